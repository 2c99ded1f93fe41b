import Diagnostics

/// What can be wrong in JSON-LD, by the names that the specification gives
/// ([JSON-LD 1.1 API §9.6](https://www.w3.org/TR/json-ld11-api/#jsonlderrorcode)).
enum JSONLDErrorCode: String {
  case collidingKeywords = "colliding keywords"
  case contextOverflow = "context overflow"
  case cyclicIRIMapping = "cyclic IRI mapping"
  case invalidBaseDirection = "invalid base direction"
  case invalidBaseIRI = "invalid base IRI"
  case invalidContainerMapping = "invalid container mapping"
  case invalidContextEntry = "invalid context entry"
  case invalidContextNullification = "invalid context nullification"
  case invalidDefaultLanguage = "invalid default language"
  case invalidIDValue = "invalid @id value"
  case invalidImportValue = "invalid @import value"
  case invalidIncludedValue = "invalid @included value"
  case invalidIndexValue = "invalid @index value"
  case invalidIRIMapping = "invalid IRI mapping"
  case invalidKeywordAlias = "invalid keyword alias"
  case invalidLanguageMapValue = "invalid language map value"
  case invalidLanguageMapping = "invalid language mapping"
  case invalidLanguageTaggedString = "invalid language-tagged string"
  case invalidLanguageTaggedValue = "invalid language-tagged value"
  case invalidLocalContext = "invalid local context"
  case invalidNestValue = "invalid @nest value"
  case invalidPrefixValue = "invalid @prefix value"
  case invalidPropagateValue = "invalid @propagate value"
  case invalidProtectedValue = "invalid @protected value"
  case invalidRemoteContext = "invalid remote context"
  case invalidReverseProperty = "invalid reverse property"
  case invalidReversePropertyMap = "invalid reverse property map"
  case invalidReversePropertyValue = "invalid reverse property value"
  case invalidReverseValue = "invalid @reverse value"
  case invalidScopedContext = "invalid scoped context"
  case invalidSetOrListObject = "invalid set or list object"
  case invalidTermDefinition = "invalid term definition"
  case invalidTypeMapping = "invalid type mapping"
  case invalidTypeValue = "invalid type value"
  case invalidTypedValue = "invalid typed value"
  case invalidValueObject = "invalid value object"
  case invalidValueObjectValue = "invalid value object value"
  case invalidVersionValue = "invalid @version value"
  case invalidVocabMapping = "invalid vocab mapping"
  case keywordRedefinition = "keyword redefinition"
  case loadingRemoteContextFailed = "loading remote context failed"
  case numberOutOfRange = "number out of range"
  case processingModeConflict = "processing mode conflict"
  case protectedTermRedefinition = "protected term redefinition"
  case tooLongIRI = "IRI too long"
  case recursiveContextInclusion = "recursive context inclusion"

  /// The name, and what has to be.
  var message: Message {
    let rule = rule
    return Message(en: "\(rawValue): \(rule.english)", id: "\(rawValue): \(rule.indonesian)")
  }

  private var rule: Message {
    switch self {
    case .collidingKeywords:
      Message(
        en: "a keyword stands once in an object, under one of its names",
        id: "sebuah kata kunci hanya boleh sekali dalam satu objek, dengan salah satu namanya")
    case .contextOverflow:
      Message(en: "too many contexts within each other", id: "terlalu banyak konteks bersarang")
    case .cyclicIRIMapping:
      Message(
        en: "the term is defined by itself", id: "istilah ini didefinisikan oleh dirinya sendiri")
    case .invalidBaseDirection:
      Message(
        en: "@direction is \"ltr\", \"rtl\" or, in a context, null",
        id: "@direction adalah \"ltr\", \"rtl\", atau null dalam konteks")
    case .invalidBaseIRI:
      Message(
        en: "@base is an IRI or null, and absolute where there is nothing to resolve it against",
        id: "@base adalah IRI atau null, dan mutlak jika tidak ada basis lain")
    case .invalidContainerMapping:
      Message(
        en: "@container is @graph, @id, @index, @language, @list, @set or @type, or an array of "
          + "those that go together",
        id: "@container adalah @graph, @id, @index, @language, @list, @set, atau @type, atau larik "
          + "yang cocok")
    case .invalidContextEntry:
      Message(
        en: "this does not belong in a context here",
        id: "ini tidak boleh ada dalam konteks di sini"
      )
    case .invalidContextNullification:
      Message(
        en: "a context with protected terms cannot be set to null",
        id: "konteks dengan istilah terlindungi tidak dapat dihapus dengan null")
    case .invalidDefaultLanguage:
      Message(
        en: "@language of a context is a language tag or null",
        id: "@language dalam konteks adalah tanda bahasa atau null")
    case .invalidIDValue: Message(en: "@id is a string", id: "@id adalah string")
    case .invalidImportValue:
      Message(en: "@import is the IRI of a context", id: "@import adalah IRI sebuah konteks")
    case .invalidIncludedValue:
      Message(
        en: "@included holds node objects", id: "@included berisi objek simpul")
    case .invalidIndexValue: Message(en: "@index is a string", id: "@index adalah string")
    case .invalidIRIMapping:
      Message(
        en: "the term does not become an IRI, a blank node or a keyword",
        id: "istilah ini tidak menjadi IRI, simpul kosong, atau kata kunci")
    case .invalidKeywordAlias:
      Message(en: "@context can have no other name", id: "@context tidak dapat diberi nama lain")
    case .invalidLanguageMapValue:
      Message(
        en: "a language map holds strings, arrays of strings or null",
        id: "peta bahasa berisi string, larik string, atau null")
    case .invalidLanguageMapping:
      Message(
        en: "@language of a term is a language tag or null",
        id: "@language sebuah istilah adalah tanda bahasa atau null")
    case .invalidLanguageTaggedString:
      Message(en: "@language of a value is a string", id: "@language sebuah nilai adalah string")
    case .invalidLanguageTaggedValue:
      Message(
        en: "a value with a language is a string", id: "nilai dengan bahasa haruslah string")
    case .invalidLocalContext:
      Message(
        en: "a context is an object, an IRI, null or an array of these",
        id: "konteks adalah objek, IRI, null, atau larik dari semua itu")
    case .invalidNestValue:
      Message(
        en: "@nest holds objects that are no values; a term's @nest is no other keyword",
        id: "@nest berisi objek yang bukan nilai; @nest sebuah istilah bukan kata kunci lain")
    case .invalidPrefixValue:
      Message(en: "@prefix is true or false", id: "@prefix adalah true atau false")
    case .invalidPropagateValue:
      Message(en: "@propagate is true or false", id: "@propagate adalah true atau false")
    case .invalidProtectedValue:
      Message(en: "@protected is true or false", id: "@protected adalah true atau false")
    case .invalidRemoteContext:
      Message(
        en: "the file is no JSON object with @context",
        id: "berkas bukan objek JSON dengan @context")
    case .invalidReverseProperty:
      Message(
        en: "a reverse property has neither @id nor @nest, and only @set and @index as container",
        id: "properti terbalik tanpa @id dan @nest, dan wadahnya hanya @set atau @index")
    case .invalidReversePropertyMap:
      Message(en: "@reverse holds no keywords", id: "@reverse tidak berisi kata kunci")
    case .invalidReversePropertyValue:
      Message(
        en: "what a reverse property leads to is a node",
        id: "nilai properti terbalik haruslah simpul")
    case .invalidReverseValue: Message(en: "@reverse is an object", id: "@reverse adalah objek")
    case .invalidScopedContext:
      Message(
        en: "the context of this term cannot be used", id: "konteks istilah ini tidak dapat dipakai"
      )
    case .invalidSetOrListObject:
      Message(
        en: "beside @set or @list only @index may stand",
        id: "di samping @set atau @list hanya boleh ada @index")
    case .invalidTermDefinition:
      Message(
        en: "a term is defined by a string, null or an object of keywords that fit together",
        id: "istilah didefinisikan oleh string, null, atau objek berisi kata kunci yang cocok")
    case .invalidTypeMapping:
      Message(
        en: "@type of a term is an IRI, @id, @vocab, @json or @none",
        id: "@type sebuah istilah adalah IRI, @id, @vocab, @json, atau @none")
    case .invalidTypeValue:
      Message(
        en: "@type is a string or an array of strings", id: "@type adalah string atau larik string")
    case .invalidTypedValue:
      Message(en: "the type of a value is an IRI", id: "tipe sebuah nilai haruslah IRI")
    case .invalidValueObject:
      Message(
        en: "a value has @value, @type or @language and @direction, @index, and nothing else",
        id: "nilai hanya memiliki @value, @type atau @language dan @direction, serta @index")
    case .invalidValueObjectValue:
      Message(
        en: "@value is a string, a number, true, false or null",
        id: "@value adalah string, angka, true, false, atau null")
    case .invalidVersionValue: Message(en: "@version is 1.1", id: "@version adalah 1.1")
    case .invalidVocabMapping:
      Message(en: "@vocab is an IRI, \"\" or null", id: "@vocab adalah IRI, \"\", atau null")
    case .keywordRedefinition:
      Message(
        en: "keywords cannot be defined anew", id: "kata kunci tidak dapat didefinisikan ulang")
    case .loadingRemoteContextFailed:
      Message(
        en: "the context is not at hand; --context-map IRI=DIR says where copies lie, nothing is "
          + "fetched",
        id: "konteks tidak tersedia; --context-map IRI=DIR menyebut letak salinannya, tidak ada "
          + "yang diunduh")
    case .numberOutOfRange:
      Message(
        en: "no number that xsd:double holds is as large",
        id: "angka ini melampaui batas xsd:double")
    case .processingModeConflict:
      Message(
        en: "the text asks for JSON-LD 1.1, the mode is 1.0",
        id: "teks meminta JSON-LD 1.1, sedangkan modenya 1.0")
    case .protectedTermRedefinition:
      Message(
        en: "the term is protected and cannot be defined otherwise",
        id: "istilah ini terlindungi dan tidak dapat didefinisikan ulang")
    case .tooLongIRI:
      Message(
        en: "an IRI that a context brings has at most \(ContextTable.longestIRI) bytes",
        id: "IRI dari sebuah konteks paling panjang \(ContextTable.longestIRI) bita")
    case .recursiveContextInclusion:
      Message(en: "the context includes itself", id: "konteks ini memuat dirinya sendiri")
    }
  }
}
