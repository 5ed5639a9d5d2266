extension JSON {
  /// How deep arrays and objects may be nested.
  package static let deepest = 100

  /// The value that a text holds (RFC 8259, strictly; names in an object must differ).
  package static func parse(_ text: String) throws(JSONProblem) -> JSON {
    try parse(utf8: Array(text.utf8))
  }

  /// The value that bytes hold, in UTF-8.
  package static func parse(utf8 bytes: [UInt8]) throws(JSONProblem) -> JSON {
    var parser = JSONParser(bytes: bytes)
    return try parser.document()
  }
}

/// Reads one value in a single pass.
struct JSONParser {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func document() throws(JSONProblem) -> JSON {
    let value = try value(depth: 0)
    skipSpace()
    if position < bytes.count { throw problem(.textAfterTheValue) }
    return value
  }

  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 {
      position += 1
    }
  }

  private mutating func value(depth: Int) throws(JSONProblem) -> JSON {
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string())
    case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte): return try number()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw unexpected
    }
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSONProblem) -> JSON {
    for byte in word.utf8 {
      guard current == byte else { throw unexpected }
      position += 1
    }
    return value
  }

  private mutating func array(depth: Int) throws(JSONProblem) -> JSON {
    if depth > JSON.deepest { throw problem(.nestedTooDeeply) }
    position += 1
    var elements: [JSON] = []
    if skip(UInt8(ascii: "]")) { return .array(elements) }
    while true {
      elements.append(try value(depth: depth))
      if skip(UInt8(ascii: "]")) { return .array(elements) }
      guard skip(UInt8(ascii: ",")) else { throw unexpected }
    }
  }

  private mutating func object(depth: Int) throws(JSONProblem) -> JSON {
    if depth > JSON.deepest { throw problem(.nestedTooDeeply) }
    position += 1
    var members: [JSON.Member] = []
    var names: Set<String> = []
    if skip(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw unexpected }
      let start = position
      let name = try string()
      guard names.insert(name).inserted else { throw problem(.repeatedName(name), at: start) }
      guard skip(UInt8(ascii: ":")) else { throw unexpected }
      members.append(JSON.Member(name, try value(depth: depth)))
      if skip(UInt8(ascii: "}")) { return .object(members) }
      guard skip(UInt8(ascii: ",")) else { throw unexpected }
    }
  }

  /// Steps over white space and then that byte, if it comes next.
  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard current == byte else { return false }
    position += 1
    return true
  }

  private mutating func number() throws(JSONProblem) -> JSON {
    let start = position
    var isWhole = true
    if current == UInt8(ascii: "-") { position += 1 }
    if current == UInt8(ascii: "0") {
      position += 1
    } else {
      try digits(from: start)
    }
    if current == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      try digits(from: start)
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isWhole = false
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      try digits(from: start)
    }
    if let next = current, Self.isDigit(next) { throw problem(.badNumber, at: start) }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, text != "-0", let value = Int(text) { return .integer(value) }
    guard let value = Double(text) else { throw problem(.badNumber, at: start) }
    if !value.isFinite { throw problem(.numberTooLarge, at: start) }
    return .number(value)
  }

  private mutating func digits(from start: Int) throws(JSONProblem) {
    let first = position
    while let byte = current, Self.isDigit(byte) { position += 1 }
    if position == first { throw problem(.badNumber, at: start) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private var unexpected: JSONProblem {
    problem(position < bytes.count ? .unexpectedCharacter : .endTooEarly)
  }

  func problem(_ reason: JSONProblem.Reason, at offset: Int? = nil) -> JSONProblem {
    var line = 1
    var column = 1
    for byte in bytes[..<(offset ?? position)] {
      if byte == 0x0a {
        line += 1
        column = 1
      } else if byte & 0xc0 != 0x80 {
        column += 1
      }
    }
    return JSONProblem(reason: reason, line: line, column: column)
  }
}
