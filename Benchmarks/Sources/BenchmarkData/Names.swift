/// The names from which the benchmark graph is put together.
///
/// They are real places and common given and family names, in made-up combinations. The order of
/// every list decides the graph.
enum Names {
  /// The countries with their ISO 3166-1 codes, Indonesia first.
  static let countries: [(code: ByteText, indonesian: ByteText, english: ByteText)] = [
    ("id", "Indonesia", "Indonesia"), ("jp", "Jepang", "Japan"),
    ("kr", "Korea Selatan", "South Korea"), ("cn", "Tiongkok", "China"),
    ("de", "Jerman", "Germany"), ("nl", "Belanda", "Netherlands"),
    ("us", "Amerika Serikat", "United States"), ("au", "Australia", "Australia"),
    ("fr", "Prancis", "France"), ("my", "Malaysia", "Malaysia"), ("sg", "Singapura", "Singapore"),
    ("th", "Thailand", "Thailand"), ("vn", "Vietnam", "Vietnam"), ("ph", "Filipina", "Philippines"),
    ("in", "India", "India"), ("tr", "Turki", "Türkiye"), ("ru", "Rusia", "Russia"),
    ("it", "Italia", "Italy"), ("es", "Spanyol", "Spain"), ("pt", "Portugal", "Portugal"),
    ("br", "Brasil", "Brazil"), ("mx", "Meksiko", "Mexico"), ("ca", "Kanada", "Canada"),
    ("gb", "Britania Raya", "United Kingdom"), ("pl", "Polandia", "Poland"),
    ("cz", "Ceko", "Czechia"), ("se", "Swedia", "Sweden"), ("no", "Norwegia", "Norway"),
    ("dk", "Denmark", "Denmark"), ("fi", "Finlandia", "Finland"), ("eg", "Mesir", "Egypt"),
    ("ma", "Maroko", "Morocco"), ("za", "Afrika Selatan", "South Africa"), ("ke", "Kenya", "Kenya"),
    ("ci", "Pantai Gading", "Côte d'Ivoire"), ("sa", "Arab Saudi", "Saudi Arabia"),
    ("ae", "Uni Emirat Arab", "United Arab Emirates"), ("ir", "Iran", "Iran"),
    ("uz", "Uzbekistan", "Uzbekistan"), ("nz", "Selandia Baru", "New Zealand"),
  ]

  /// Cities in Indonesia.
  static let indonesianCities: [ByteText] = [
    "Bandung", "Surabaya", "Medan", "Semarang", "Makassar", "Palembang", "Denpasar", "Yogyakarta",
    "Malang", "Padang", "Bogor", "Manado", "Ambon", "Kupang", "Pontianak", "Balikpapan",
    "Surakarta", "Banda Aceh", "Mataram", "Jayapura", "Cirebon", "Tegal", "Batam", "Pekanbaru",
    "Samarinda",
  ]

  /// Cities elsewhere.
  static let foreignCities: [ByteText] = [
    "Braunschweig", "Kawasaki", "Fort Worth", "Köln", "São Luís", "Ghent", "Kitakyūshū", "Suwon",
    "Liuzhou", "Almere", "Adelaide", "Orléans", "Melaka", "Da Nang", "Davao", "Jaipur", "Bursa",
    "Łódź", "Tromsø", "Århus", "Málaga", "Évora", "Puebla", "Québec", "Tashkent", "Toyohashi",
    "Hamamatsu", "Petaling Jaya", "Cuenca", "Namyangju", "Shenzhen", "Utrecht",
  ]

  /// Names of cities in their own script, with the language.
  static let nativeNames: [(name: ByteText, language: ByteText)] = [
    ("京都市", "ja"), ("川崎市", "ja"), ("수원시", "ko"), ("柳州市", "zh"), ("Москва", "ru"), ("القاهرة", "ar"),
    ("กรุงเทพ", "th"), ("नई दिल्ली", "hi"),
  ]

  /// Provinces and states.
  static let provinces: [ByteText] = [
    "Jawa Barat", "Jawa Timur", "Jawa Tengah", "Sumatera Utara", "Sulawesi Selatan", "Bali", "Riau",
    "Papua", "Maluku", "Aceh", "Niedersachsen", "Kanagawa", "Texas", "Gyeonggi", "Guangxi",
    "Occitanie",
  ]

  /// Given names.
  static let given: [ByteText] = [
    "Budi", "Siti", "Agus", "Dewi", "Rina", "Hadi", "Joko", "Putri", "Eko", "Ayu", "Kenji", "Anna",
    "José", "Łukasz", "Müge", "Chloé", "Min-jun", "Wei", "Fatimah", "Bayu", "Indah", "Tri", "Nur",
    "Made", "Ketut",
  ]

  /// Family names.
  static let family: [ByteText] = [
    "Santoso", "Wijaya", "Hidayat", "Saputra", "Lestari", "Nugroho", "Siregar", "Pratama",
    "O'Connor", "Tanaka", "Müller", "García", "Kowalski", "Çelik", "Dubois", "Kim", "Zhang",
    "Rahman", "Harahap", "Gunawan", "Puspitasari",
  ]
}
