/// What the cooperations of the benchmark graph are about.
///
/// The order of every list decides the graph.
enum Topics {
  /// Fields of cooperation, the common ones first.
  static let fields: [(code: ByteText, indonesian: ByteText, english: ByteText)] = [
    ("education", "Pendidikan", "Education"), ("culture", "Kebudayaan", "Culture"),
    ("health", "Kesehatan", "Health"), ("waste", "Pengelolaan Sampah", "Waste Management"),
    ("transport", "Transportasi", "Transport"),
    ("disaster", "Penanggulangan Bencana", "Disaster Management"),
    ("tourism", "Pariwisata", "Tourism"), ("trade", "Perdagangan", "Trade"),
    ("water", "Air Bersih", "Clean Water"), ("smartcity", "Kota Cerdas", "Smart City"),
    ("sports", "Olahraga", "Sports"), ("environment", "Lingkungan", "Environment"),
  ]

  /// Donated equipment.
  static let tools: [(indonesian: ByteText, english: ByteText)] = [
    ("Mobil pemadam kebakaran", "Fire engine"), ("Ambulans", "Ambulance"),
    ("Truk sampah", "Garbage truck"), ("Komputer", "Computer"),
    ("Alat uji kualitas air", "Water quality test kit"), ("Bus", "Bus"),
    ("Buku perpustakaan", "Library books"), ("Sensor banjir", "Flood sensor"),
    ("Mikroskop", "Microscope"),
  ]

  /// Roles of people, the common ones first: local name of the IRI, Indonesian label.
  static let roles: [(name: ByteText, indonesian: ByteText)] = [
    ("Mayor", "Wali Kota"), ("ViceMayor", "Wakil Wali Kota"),
    ("HeadOfCooperation", "Kepala Bagian Kerja Sama"), ("Secretary", "Sekretaris Daerah"),
    ("Ambassador", "Duta Besar"), ("Minister", "Menteri"),
  ]

  /// States of an agreement.
  static let agreementStates: [ByteText] = [
    "Active", "Expired", "Draft", "Terminated",
  ]

  /// Subjects of regulations.
  static let subjects: [ByteText] = [
    "sister city", "foreign cooperation", "regional autonomy", "treaty", "grants",
    "foreign relations", "public service",
  ]

  /// Words of Indonesian sentences.
  static let indonesianWords = ByteText.words(
    """
    kerja sama kota kembar antara pemerintah daerah dan pihak luar negeri dalam bidang \
    pendidikan kebudayaan pelayanan publik berdasarkan peraturan perundang-undangan yang berlaku \
    dengan persetujuan dewan perwakilan rakyat daerah untuk meningkatkan kapasitas aparatur \
    serta pertukaran pengalaman pengelolaan lingkungan hidup transportasi dan hibah peralatan \
    sesuai ketentuan pasal ayat tentang hubungan luar negeri
    """)

  /// Words of English sentences.
  static let englishWords = ByteText.words(
    """
    sister city cooperation between the local governments in the field of education culture \
    public services under the applicable laws with the approval of the council to improve \
    capacity and exchange experience on environment transport donated equipment and disaster \
    management
    """)
}
