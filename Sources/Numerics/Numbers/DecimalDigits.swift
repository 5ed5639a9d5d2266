/// The shortest decimal digits that name a double: 0.d₁d₂d₃… × 10^exponent, without its sign.
struct DecimalDigits: Equatable {
  private(set) var digits: [UInt8]
  private(set) var exponent: Int

  /// The digits of a finite number other than zero, read from its shortest description.
  init(_ number: Double) {
    digits = []
    exponent = 0
    var pointAt: Int?
    var power = 0
    var isInPower = false
    var isPowerNegative = false
    for byte in number.magnitude.description.utf8 {
      switch byte {
      case UInt8(ascii: "e"): isInPower = true
      case UInt8(ascii: "-"): isPowerNegative = true
      case UInt8(ascii: "+"): break
      case UInt8(ascii: "."): pointAt = digits.count
      default:
        let digit = byte &- UInt8(ascii: "0")
        if isInPower { power = power * 10 + Int(digit) } else { digits.append(digit) }
      }
    }
    exponent = (pointAt ?? digits.count) + (isPowerNegative ? -power : power)
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    trim()
  }

  /// Keeps `count` digits, rounding halves away from zero as at school; none may remain.
  mutating func keep(_ count: Int) {
    guard count < digits.count else { return }
    let roundsUp = count >= 0 && digits[count] >= 5
    digits.removeLast(digits.count - max(count, 0))
    if roundsUp { increment() }
    trim()
  }

  /// Keeps `decimals` digits behind the point.
  mutating func keep(decimals: Int) {
    keep(exponent + decimals)
  }

  /// Whether no digit is left.
  var isZero: Bool { digits.isEmpty }

  /// Whether the number is whole.
  var isWhole: Bool { exponent >= digits.count }

  /// How many digits stand behind the point.
  var decimals: Int { max(digits.count - exponent, 0) }

  /// The number with a point where it belongs and at least `decimals` digits behind it.
  func plain(decimals: Int) -> String {
    var text = ""
    let units = exponent - 1
    for index in min(units, 0)..<max(exponent, digits.count, exponent + decimals) {
      if index == exponent { text += "." }
      text += digit(at: index)
    }
    return text
  }

  /// The number as digits times a power of ten, such as `3.2e-9`.
  var scientific: String {
    var text = digit(at: 0)
    if digits.count > 1 { text += "." }
    for index in 1..<max(digits.count, 1) { text += digit(at: index) }
    return text + "e\(exponent - 1)"
  }

  private func digit(at index: Int) -> String {
    digits.indices.contains(index) ? String(digits[index]) : "0"
  }

  private mutating func increment() {
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      exponent += 1
    }
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
  }
}
