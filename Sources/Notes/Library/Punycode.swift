/// The ASCII form of one label of a host's name (RFC 3492).
enum Punycode {
  private static let (base, least, most, skew, damping) = (36, 1, 26, 38, 700)
  private static let (firstBias, firstDelta) = (72, 0x80)

  /// `xn--` and the label's code; an ASCII label as it is; nil for one that is too long to be any.
  static func label(_ label: String) -> String? {
    let scalars = label.unicodeScalars.map { Int($0.value) }
    guard scalars.contains(where: { $0 >= 0x80 }) else { return label }
    // Longer than any label may be: the sums below stay far from overflow.
    guard scalars.count <= 63 else { return nil }
    var output = String(String.UnicodeScalarView(label.unicodeScalars.filter(\.isASCII)))
    let basic = output.utf8.count
    if basic > 0 { output += "-" }
    var (next, delta, bias, handled) = (0x80, 0, firstBias, basic)
    while handled < scalars.count {
      let smallest = scalars.filter { $0 >= next }.min() ?? next
      delta += (smallest - next) * (handled + 1)
      next = smallest
      for scalar in scalars {
        if scalar < next { delta += 1 }
        guard scalar == next else { continue }
        output += digits(of: delta, bias: bias)
        bias = adapted(delta, handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return "xn--" + output
  }

  /// A number in digits whose weights depend on the bias.
  private static func digits(of number: Int, bias: Int) -> String {
    var digits = ""
    var rest = number
    var position = base
    while true {
      let threshold = min(most, max(least, position - bias))
      guard rest >= threshold else { return digits + digit(rest) }
      digits += digit(threshold + (rest - threshold) % (base - threshold))
      rest = (rest - threshold) / (base - threshold)
      position += base
    }
  }

  private static func digit(_ value: Int) -> String {
    String(Unicode.Scalar(UInt8(value < 26 ? 0x61 + value : 0x30 + value - 26)))
  }

  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damping : delta / 2
    delta += delta / count
    var bias = 0
    while delta > (base - least) * most / 2 {
      delta /= base - least
      bias += base
    }
    return bias + (base - least + 1) * delta / (delta + skew)
  }
}
