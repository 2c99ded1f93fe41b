/// The colours of drawings, on a light or a dark ground.
struct SVGTheme {
  var ground: String
  var ink: String
  var soft: String
  var grid: String
  /// What is in force.
  var bar: String
  var ended: String
  /// What repeals or replaces.
  var end: String
  var amend: String
  /// What implements or rests on.
  var basis: String
  var agreement: String
  var program: String
  /// What was asked about.
  var centre: String
  /// The ground of boxes: in force, ended, and of which neither is known.
  var boxes: (inForce: String, ended: String, unknown: String)

  static let light = SVGTheme(
    ground: "#ffffff", ink: "#1d2530", soft: "#5d6875", grid: "#e3e6ea", bar: "#2f7d4f",
    ended: "#a3a9b3", end: "#c0392b", amend: "#d38b0b", basis: "#5b7fb5",
    agreement: "#7a5aa6", program: "#1f8496", centre: "#eef3fb",
    boxes: ("#e6f4ea", "#eceef1", "#f7f9fc"))
  static let dark = SVGTheme(
    ground: "#15181d", ink: "#eef1f5", soft: "#9ba6b3", grid: "#2b3038", bar: "#58b37f",
    ended: "#5d6470", end: "#ef7b6d", amend: "#e9b44c", basis: "#8aaee0",
    agreement: "#b79be0", program: "#5cc3d3", centre: "#202836",
    boxes: ("#1c3326", "#24272d", "#1b2028"))
}
