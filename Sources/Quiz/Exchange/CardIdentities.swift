import Basics

extension ForeignCards {
  /// Identities that may not be given again.
  struct Taken {
    private(set) var names: Set<String>
    /// How many cards came of the same words or the same note: each is not tried from the first on.
    private var counts: [UInt64: Int] = [:]

    init(_ names: Set<String>) { self.names = names }

    /// Whether a name was free.
    mutating func take(_ name: String) -> Bool { names.insert(name).inserted }

    /// A free name made of a text, and which one of those it is.
    mutating func name(of text: String) -> (name: String, number: Int) {
      let key = StableHash(text.utf8).value
      var number = counts[key] ?? 0
      while true {
        let hash = StableHash((text + (number == 0 ? "" : "\u{1F}\(number)")).utf8).value
        let name = "a" + String(String(hash, radix: 36).suffix(9))
        if take(name) {
          counts[key] = number + 1
          return (name, number)
        }
        number += 1
      }
    }
  }

  /// The same one for the same card each time: a second import is seen by it.
  struct Identity {
    let text: String
    /// Whether another question had it already.
    let isSecond: Bool

    init(_ guid: String?, _ fields: [String], isOwn: Bool = false, _ taken: inout Taken) {
      // What attend exported comes back as what it was.
      let isOwn =
        guid.map { guid in
          isOwn && Directive.namesQuestion(guid)
            || (3...64).contains(guid.utf8.count)
              && guid.utf8.allSatisfy {
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || 0x30...0x39 ~= $0
              }
        } ?? false
      if let guid, isOwn, taken.take(guid) {
        (text, isSecond) = (guid, false)
        return
      }
      let (name, number) = taken.name(of: guid ?? fields.joined(separator: "\u{1F}"))
      (text, isSecond) = (name, isOwn || number > 0)
    }
  }
}
