import Basics

/// A package of Anki's as it is written: cards of two sides that nobody has answered, each known by a name that
/// is its own, so that importing again updates it in place.
package enum NewAnkiPackage {
  /// A note with its one card.
  package struct Card: Sendable {
    /// What Anki knows it by.
    package let guid: String
    /// Its deck, `A::B` below another.
    package let deck: String
    /// The two sides, in HTML.
    package let front: String
    package let back: String
    package let tags: [String]

    package init(guid: String, deck: String, front: String, back: String, tags: [String]) {
      (self.guid, self.deck) = (guid, deck)
      (self.front, self.back, self.tags) = (front, back, tags)
    }
  }

  /// The bytes of the package; of two cards the newer one is kept where they are imported.
  ///
  /// - Parameter now: milliseconds since 1970.
  package static func bytes(of cards: [Card], now: Int) throws(StorageProblem) -> [UInt8] {
    let image = try NewCollection.image(of: cards, now: now)
    let members = [("collection.anki2", image), ("media", Array("{}".utf8))]
    let blank = String(repeating: "0", count: digits)
    guard let bytes = ZipArchive.bytes(of: members, remark: mark + blank) else {
      throw .failed(path: "the package", reason: "it is too large: export folder by folder")
    }
    let others = bytes.dropLast(digits)
    return others + Array(fingerprint(others).utf8)
  }

  /// What begins the remark with the fingerprint of all before it.
  private static let mark = "attend:"
  private static let digits = 16

  private static func fingerprint(_ bytes: ArraySlice<UInt8>) -> String {
    let hash = String(StableHash(bytes).value, radix: 16)
    return String(repeating: "0", count: digits - hash.utf8.count) + hash
  }

  /// Whether a file is such a package as it was made here, to the last byte.
  package static func isOurs(_ bytes: [UInt8]) -> Bool {
    let others = bytes.dropLast(digits)
    return others.suffix(mark.utf8.count).elementsEqual(mark.utf8)
      && bytes.suffix(digits).elementsEqual(fingerprint(others).utf8)
  }
}
