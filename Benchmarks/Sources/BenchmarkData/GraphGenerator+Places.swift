extension GraphGenerator {
  /// Writes a city with its government, and now and then a new province.
  ///
  /// Every other city is Indonesian.
  mutating func writePlaces(_ number: Int) -> City {
    let isIndonesian = number.isMultiple(of: 2)
    if number < 2 || random.isTrue(withProbability: 0.125) {
      writeProvince(number, isIndonesian: isIndonesian)
    }
    let province = provinceOfCity(number, isIndonesian: isIndonesian)
    let baseName = cityName(number, isIndonesian: isIndonesian)
    let city = City(
      iri: id("city/\(baseName.slug)-\(number)"), government: id("government/g\(number)"),
      country: province.country, name: number < 2 ? baseName : "\(baseName) \(number)",
      slug: baseName.slug)
    writeCity(city, number, in: province, isIndonesian: isIndonesian)
    writeGovernment(of: city, number)
    return city
  }

  private mutating func writeProvince(_ number: Int, isIndonesian: Bool) {
    let foreign = Array(Names.countries.dropFirst())
    let country =
      isIndonesian
      ? Names.countries[0].code : random.skewedElement(of: foreign, exponent: 1.5).code
    let name = number == 0 ? Names.provinces[0] : random.element(of: Names.provinces)
    let iri = id("province/p\(provinces.count)")
    state(iri, isA: sc("Province"))
    label(iri, indonesian: "Provinsi \(name)", english: "\(name) Province")
    state(iri, sc("inCountry"), id("country/\(country)"))
    provinces.append(Province(iri: iri, country: country))
  }

  /// A province in the right country: the first one for the first city, else by chance.
  private mutating func provinceOfCity(_ number: Int, isIndonesian: Bool) -> Province {
    guard number > 0 else { return provinces[0] }
    while true {
      let province = random.element(of: provinces)
      if (province.country == Names.countries[0].code) == isIndonesian { return province }
    }
  }

  private mutating func cityName(_ number: Int, isIndonesian: Bool) -> ByteText {
    let names = isIndonesian ? Names.indonesianCities : Names.foreignCities
    return number < 2 ? names[0] : random.element(of: names)
  }

  private mutating func writeCity(
    _ city: City, _ number: Int, in province: Province, isIndonesian: Bool
  ) {
    state(city.iri, isA: sc("City"))
    label(city.iri, indonesian: "Kota \(city.name)", english: "\(city.name) City")
    if !isIndonesian, random.isTrue(withProbability: 0.4) {
      let native = random.element(of: Names.nativeNames)
      state(
        city.iri, skos("altLabel"), .text("\(native.name) \(number)", language: native.language))
    }
    state(city.iri, sc("inProvince"), province.iri)
    state(city.iri, sc("inCountry"), id("country/\(city.country)"))
    let inhabitants = 20_000 + random.skewedInteger(below: 8_000_000, exponent: 4)
    state(city.iri, sc("population"), .integer(inhabitants))
    state(city.iri, sc("areaKm2"), .decimal(10 + 900 * random.unit(), decimals: 2))
    state(city.iri, geo("lat"), .decimal(-11 + 60 * random.unit(), decimals: 5))
    state(city.iri, geo("long"), .decimal(-120 + 260 * random.unit(), decimals: 5))
    state(city.iri, sc("established"), .year(1300 + random.integer(below: 700)))
    state(city.iri, sc("hasGovernment"), city.government)
  }

  private mutating func writeGovernment(of city: City, _ number: Int) {
    let government = city.government
    state(government, isA: sc("Government"))
    label(
      government, indonesian: "Pemerintah Kota \(city.name)",
      english: "City Government of \(city.name)")
    state(government, sc("governs"), city.iri)
    state(
      government, sc("website"),
      .typed("https://www.\(city.slug)-\(number).example/", .anyURI))
  }
}
