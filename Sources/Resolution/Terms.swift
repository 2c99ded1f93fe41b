internal import Claims

// The predicates that decide identity or are made by fusion; the rest of the vocabulary is data.
extension Predicate {
  static let about = Predicate(rawValue: "about")
  static let agreementType = Predicate(rawValue: "agreementType")
  static let holdsRole = Predicate(rawValue: "holdsRole")
  static let partOf = Predicate(rawValue: "partOf")
  static let programOf = Predicate(rawValue: "programOf")
  static let roleIn = Predicate(rawValue: "roleIn")
  static let renews = Predicate(rawValue: "renews")
  static let signedOn = Predicate(rawValue: "signedOn")
  static let status = Predicate(rawValue: "status")

  static let donates = Predicate(rawValue: "donates")
  static let donatedTo = Predicate(rawValue: "donatedTo")
  static let plannedDonation = Predicate(rawValue: "plannedDonation")
  static let plannedRecipient = Predicate(rawValue: "plannedRecipient")
  static let giver = Predicate(rawValue: "giver")
  static let gift = Predicate(rawValue: "gift")
  static let recipient = Predicate(rawValue: "recipient")
  static let quantity = Predicate(rawValue: "quantity")
  static let givenOn = Predicate(rawValue: "givenOn")
}

extension EntityClass {
  static let donation = EntityClass(rawValue: "Donation")
  static let conflict = EntityClass(rawValue: "Conflict")
}
