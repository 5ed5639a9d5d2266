/// What stands between `CSI` or `SS3` and the byte that ends the sequence, and what all of it means.
struct ControlSequence {
  /// No key of any terminal is as long: more is read and forgotten.
  private static let longest = 64
  private var bytes: [UInt8] = []
  private var isTooLong = false

  var isEmpty: Bool { bytes.isEmpty }
  /// Whether the bytes are digits alone, as where rxvt ends a sequence with `$`.
  var isNumber: Bool { !isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) } }

  mutating func append(_ byte: UInt8) {
    if bytes.count < Self.longest { bytes.append(byte) } else { isTooLong = true }
  }

  // MARK: Parameters

  /// `<`, `=`, `>` or `?` in front: a report rather than a key.
  private var mark: UInt8? { bytes.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil } }
  private var hasIntermediates: Bool { bytes.contains { $0 < 0x30 } }

  /// The numbers, each with those that colons add to it; nil where none was given.
  private var parameters: [[Int?]] {
    let text = bytes.drop { (0x3C...0x3F).contains($0) }
    if text.isEmpty { return [] }
    return text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(Self.number)
    }
  }

  /// The number that digits make, as large as any that means something at most.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = min(100_000_000, value * 10 + Int(digit - 0x30))
    }
    return digits.isEmpty ? nil : value
  }

  /// xterm's sum of held keys, one more than their bits; nil where the key was let go, as kitty says.
  private static func held(_ parameter: [Int?]?) -> Key.Modifiers? {
    if parameter?.dropFirst().first == 3 { return nil }
    let bits = max(0, (parameter?.first.flatMap { $0 } ?? 1) - 1)
    var held = Key.Modifiers(rawValue: UInt8(truncatingIfNeeded: bits & 7))
    if bits & 0b11_1000 != 0 { held.insert(.other) }
    return held
  }

  // MARK: Meaning

  /// What a whole sequence means, by the byte that ends it; nil for nothing that concerns us:
  /// the focus, answers to questions about colours, the cursor and the terminal, unknown keys.
  func event(_ final: UInt8, alt: Bool) -> Event? {
    guard !isTooLong, !hasIntermediates else { return nil }
    let parameters = parameters
    if mark == UInt8(ascii: "<"), final == UInt8(ascii: "M") {
      return MouseReport.sgr(parameters.map { $0.first ?? nil })
    }
    if mark != nil, mark != UInt8(ascii: ">") || KeyCodes.letter(final) == nil { return nil }
    if final == UInt8(ascii: "M") { return MouseReport.urxvt(parameters.map { $0.first ?? nil }) }
    guard let (key, held) = key(final, parameters) else { return nil }
    return .key(Key(key, holding: alt ? held.union(.alt) : held))
  }

  private func key(_ final: UInt8, _ parameters: [[Int?]]) -> (Key, Key.Modifiers)? {
    let first = (parameters.first?.first ?? nil) ?? 0
    let second = parameters.dropFirst().first
    switch final {
    case UInt8(ascii: "~") where first == 27:
      guard let code = (parameters.dropFirst(2).first?.first ?? nil) else { return nil }
      return Self.pair(KeyCodes.scalar(code), Self.held(second))
    case UInt8(ascii: "~"): return Self.pair(KeyCodes.tilde(first), Self.held(second))
    case UInt8(ascii: "^"): return Self.pair(KeyCodes.tilde(first), .control)
    case UInt8(ascii: "@"): return Self.pair(KeyCodes.tilde(first), [.control, .shift])
    case UInt8(ascii: "$"): return Self.pair(KeyCodes.tilde(first), .shift)
    case UInt8(ascii: "u"): return scalar(parameters)
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return Self.pair(KeyCodes.smallLetter(final), .shift)
    // The cursor's position, unless it reads as F3.
    case UInt8(ascii: "R") where first > 1: return nil
    default:
      // Old xterms give the held keys alone: `CSI 5 D`.
      let held = Self.held(parameters.count == 1 ? parameters[0] : second)
      return Self.pair(KeyCodes.letter(final), held)
    }
  }

  /// `CSI code : shifted ; held : press or release ; text u`.
  private func scalar(_ parameters: [[Int?]]) -> (Key, Key.Modifiers)? {
    guard let code = (parameters.first?.first ?? nil), let key = KeyCodes.scalar(code),
      let held = Self.held(parameters.dropFirst().first)
    else { return nil }
    guard case .character = key, held.isSubset(of: [.shift, .alt]) else { return (key, held) }
    // What the key types is known best by the terminal, be it by the layout or by Caps Lock.
    let shifted = held.contains(.shift) ? (parameters[0].dropFirst().first ?? nil) : nil
    let text = (parameters.dropFirst(2).first?.first ?? nil) ?? shifted
    guard let typed = text.flatMap(KeyCodes.scalar), case .character = typed else {
      return (key, held)
    }
    return (typed, held.subtracting(.shift))
  }

  private static func pair(_ key: Key?, _ held: Key.Modifiers?) -> (Key, Key.Modifiers)? {
    guard let key, let held else { return nil }
    return (key, held)
  }

  /// What a key of the keypad, or one sent as `SS3 A`, means.
  func applicationKey(_ final: UInt8, alt: Bool) -> Event? {
    guard !isTooLong else { return nil }
    var held = Self.held(parameters.last) ?? []
    if alt { held.insert(.alt) }
    if let arrow = KeyCodes.smallLetter(final) {
      return .key(Key(arrow, holding: held.union(.control)))
    }
    guard let key = KeyCodes.keypad(final) ?? KeyCodes.letter(final) else { return nil }
    return .key(Key(key, holding: held))
  }

  /// 200 and 201 for the beginning and the end of a paste.
  var pasteMark: Int? {
    guard bytes.count == 3, case .some(let number) = Self.number(bytes[...]),
      number == 200 || number == 201
    else { return nil }
    return number
  }
}
