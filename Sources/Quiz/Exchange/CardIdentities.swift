import Basics

extension ForeignCards {
  /// Identities that may not be given again.
  struct Taken {
    /// Those that the notes have.
    fileprivate let there: Set<String>
    private var made: Set<String> = []
    /// The cards that were seen, by what names them and what they say.
    private var seen: Set<[UInt64]> = []
    /// How many cards came of the same words or the same note: each is not tried from the first on.
    private var counts: [UInt64: Int] = [:]

    init(_ names: Set<String>) { there = names }

    /// What a card is known by, and whether it is new.
    ///
    /// - Parameters:
    ///   - own: the identity that it brings along.
    ///   - text: what names it otherwise.
    ///   - fields: what it says.
    mutating func identity(_ own: String?, of text: String, _ fields: [String]) -> Identity {
      let key = StableHash(text.utf8).value
      let words = StableHash(fields.joined(separator: "\u{1F}").utf8).value
      guard seen.insert([key, words]).inserted else {
        return Identity(text: own ?? Self.name(text, 0), standing: .repeated)
      }
      var number = counts[key] ?? 0
      while true {
        let name = number == 0 ? own ?? Self.name(text, 0) : Self.name(text, number)
        number += 1
        if made.insert(name).inserted {
          counts[key] = number
          return Identity(text: name, standing: there.contains(name) ? .there : .new)
        }
      }
    }

    private static func name(_ text: String, _ number: Int) -> String {
      let hash = StableHash((text + (number == 0 ? "" : "\u{1F}\(number)")).utf8).value
      return "a" + String(String(hash, radix: 36).suffix(9))
    }
  }

  /// The same one for the same card each time: a second import is seen by it.
  struct Identity {
    enum Standing { case new, there, repeated }

    let text: String
    /// Whether the notes have its question, or it stood above in the file, word by word.
    let standing: Standing

    fileprivate init(text: String, standing: Standing) {
      (self.text, self.standing) = (text, standing)
    }

    init(_ guid: String?, _ fields: [String], isOwn: Bool = false, _ taken: inout Taken) {
      // What attend exported comes back as what it was.
      let isOwn =
        guid.map { guid in
          isOwn && Directive.namesQuestion(guid) || taken.there.contains(guid)
            || (3...64).contains(guid.utf8.count)
              && guid.utf8.allSatisfy {
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || 0x30...0x39 ~= $0
              }
        } ?? false
      self = taken.identity(
        isOwn ? guid : nil, of: guid ?? fields.joined(separator: "\u{1F}"), fields)
    }
  }
}
