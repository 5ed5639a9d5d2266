/// A web address whose parts are what every browser takes them for. One that browsers read otherwise
/// than people do is refused, in words.
package struct WebAddress: Equatable, Sendable {
  /// `https` or `http`.
  package let scheme: String
  /// What stands before an `@`: a name to log in with, which looks like a host to many.
  package let user: String?
  /// Where it leads, as it was written, in lower case.
  package let host: String
  /// The same in ASCII.
  package let asciiHost: String
  /// A colon and the port's number, where there is one.
  package let port: String
  /// Path, query and fragment.
  package let rest: String

  /// The address as it is opened: what was shown and nothing else.
  package var opened: String {
    "\(scheme)://\(user.map { $0 + "@" } ?? "")\(asciiHost)\(port)\(rest)"
  }

  /// Why an address is not opened, as a sentence.
  package struct Problem: Error, Equatable, Sendable { package let message: String }

  /// Understands an address.
  package init(_ text: String) throws(Problem) {
    guard text.unicodeScalars.allSatisfy({ $0.value > 0x20 && !(0x7F...0xA0 ~= $0.value) }) else {
      throw Problem(message: "the address holds blanks or control characters, which no address has")
    }
    guard !text.utf8.contains(UInt8(ascii: "\\")) else {
      throw Problem(message: "the address holds a backslash, which browsers take for a slash")
    }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    scheme = parts[0].lowercased()
    guard ["http", "https"].contains(scheme), parts.count == 2, parts[1].hasPrefix("//") else {
      throw Problem(message: "the address does not begin with https:// or http://")
    }
    let afterScheme = parts[1].dropFirst(2)
    let authority = afterScheme.prefix { !"/?#".contains($0) }
    rest = String(afterScheme[authority.endIndex...])
    // The last @ counts, however many there are.
    let at = authority.lastIndex(of: "@")
    user = at.map { String(authority[..<$0]) }
    var name = at.map { authority[authority.index(after: $0)...] } ?? authority
    var port = ""
    let closing = name.lastIndex(of: "]") ?? name.startIndex
    if let colon = name[closing...].lastIndex(of: ":") {
      let number = name[name.index(after: colon)...]
      guard number.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        number.isEmpty || UInt16(number) != nil
      else { throw Problem(message: "the address names a port that does not exist: \(number)") }
      port = number.isEmpty ? "" : ":\(number)"
      name = name[..<colon]
    }
    self.port = port
    (host, asciiHost) = try Self.host(name)
  }

  // MARK: Hosts

  private static func host(_ text: Substring) throws(Problem) -> (String, String) {
    guard !text.isEmpty else { throw Problem(message: "the address names no host") }
    if text.hasPrefix("[") {
      guard text.hasSuffix("]"), text.count > 3, text.utf8.contains(UInt8(ascii: ":")),
        text.dropFirst().dropLast().utf8.allSatisfy({ isHexadecimal($0) || ":.".utf8.contains($0) })
      else {
        throw Problem(message: "the address names a host that is not an IPv6 address: \(text)")
      }
      return (text.lowercased(), text.lowercased())
    }
    guard !text.contains("%") else {
      throw Problem(message: "the host is written with % escapes, which hide it: \(text)")
    }
    let name = text.unicodeScalars.map(\.properties.lowercaseMapping).joined()
    guard name.unicodeScalars.allSatisfy(isPlain) else {
      throw Problem(
        message: "the host holds a character that browsers read as another one, or not at all")
    }
    var labels = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    // A full stop may end it.
    let ending = labels.count > 1 && labels.last == "" ? "." : ""
    if !ending.isEmpty { labels.removeLast() }
    var ascii: [String] = []
    for label in labels {
      guard let code = Punycode.label(label), (1...63).contains(code.utf8.count) else {
        throw Problem(message: "the address names a host that cannot exist: \(name)")
      }
      ascii.append(code)
    }
    guard ascii.joined(separator: ".").utf8.count <= 253 else {
      throw Problem(message: "the address names a host that cannot exist: it is too long")
    }
    if let last = ascii.last, isNumber(last), !isFourBytes(ascii) {
      throw Problem(
        message: "the host is a number in disguise: \(name); it would have to be written as "
          + "127.0.0.1 is")
    }
    return (name, ascii.joined(separator: ".") + ending)
  }

  /// A letter, digit, hyphen, full stop or low line that stands for itself in every browser.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return isHexadecimal(UInt8(scalar.value)) || (0x67...0x7A).contains(scalar.value)
        || "-._".unicodeScalars.contains(scalar)
    }
    guard !scalar.properties.changesWhenNFKCCaseFolded else { return false }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .modifierLetter, .decimalNumber, .nonspacingMark,
      .spacingMark:
      return true
    default: return false
    }
  }

  /// Whether browsers take the host for an IPv4 address because its last label reads so.
  private static func isNumber(_ label: String) -> Bool {
    label.utf8.allSatisfy { (0x30...0x39).contains($0) }
      || label.hasPrefix("0x") && label.dropFirst(2).utf8.allSatisfy(isHexadecimal)
  }

  private static func isFourBytes(_ labels: [String]) -> Bool {
    labels.count == 4
      && labels.allSatisfy { label in UInt8(label).map { String($0) == label } ?? false }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
