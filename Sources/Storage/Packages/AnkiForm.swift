import Notes

/// The form of a package: which member holds its collection. Each version of Anki that brought a new one left
/// a collection of the older form beside it, with one card that asks for an update.
enum AnkiForm: Int {
  /// Of Anki 2.0.
  case oldest = 1
  /// Of 2.1; still written where "Support older Anki versions" is ticked.
  case older
  /// Of 2.1.50 and later, packed by Zstandard inside the zip file.
  case packed

  /// The form that a package says itself to be of, else the newest of which there is a collection.
  init(of zip: ZipFile) throws(Diagnostic) {
    guard zip.has(Self.facts) else {
      self = [.packed, .older].first { zip.has($0.collection) } ?? .oldest
      return
    }
    let version = ProtobufFields(try zip.contents(of: Self.facts, most: Self.mostFacts)[...]).int(1)
    guard let form = AnkiForm(rawValue: version) else {
      throw Diagnostic(
        .error,
        "is a package of a form that is not known here",
        remedy: "export it again with \"Support older Anki"
          + " versions\" ticked")
    }
    self = form
  }

  private static let facts = "meta"
  private static let mostFacts = 1_000_000

  /// The name of the member.
  var collection: String {
    switch self {
    case .oldest: "collection.anki2"
    case .older: "collection.anki21"
    case .packed: "collection.anki21b"
    }
  }

  var isPacked: Bool { self == .packed }
}
