/// Numbers in English words: `twelve`, `minus one half`, `175 billion`, `two thirds`.
enum NumberWords {
  /// The number that all the words say together; nil where they say none.
  static func number(_ text: String) -> Double? {
    guard text.utf8.count <= 200 else { return nil }
    var words = text.lowercased().split { $0 == " " || $0 == "-" }.map(String.init)
    words.removeAll { $0 == "and" }
    var sign = 1.0
    if let first = words.first, ["minus", "negative"].contains(first) {
      sign = -1
      words.removeFirst()
    } else if text.hasPrefix("-") {
      sign = -1
    }
    guard let last = words.last else { return nil }
    if let part = parts[last] {
      let count = words.dropLast()
      if count.isEmpty || ["a", "an"].contains(count.joined(separator: " ")) { return sign / part }
      return whole(Array(count)).map { sign * $0 / part }
    }
    return whole(words).map { sign * $0 }
  }

  /// The words' value, digits allowed before a power of ten: `2 hundred`, `1.5 million`.
  private static func whole(_ words: [String]) -> Double? {
    guard !words.isEmpty else { return nil }
    var total = 0.0
    var group: Double?
    for (index, word) in words.enumerated() {
      if let power = powers[word] {
        let count = index == 0 ? 1 : group
        guard let count else { return nil }
        if power == 100 {
          group = count * 100
        } else {
          total += count * power
          group = nil
        }
      } else if index == 0, words.count > 1, powers[words[1]] != nil, let value = decimal(word) {
        group = value
      } else if let value = small[word] {
        // `twenty five` and `two hundred five`, not `five five`.
        let before = group ?? 0
        guard
          group == nil
            || value < 10 && before.truncatingRemainder(dividingBy: 10) == 0
              && before.truncatingRemainder(dividingBy: 100) != 10
            || value < 100
              && before.truncatingRemainder(dividingBy: 100) == 0 && before > 0
        else { return nil }
        group = before + value
      } else if word == "a", index + 1 < words.count, powers[words[index + 1]] != nil {
        group = 1
      } else {
        return nil
      }
    }
    return total + (group ?? 0)
  }

  private static func decimal(_ word: String) -> Double? {
    guard word.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) else { return nil }
    return Double(word)
  }

  private static let small: [String: Double] = {
    var map: [String: Double] = [:]
    let names = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen",
    ]
    for (value, name) in names.enumerated() { map[name] = Double(value) }
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    for (index, name) in tens.enumerated() { map[name] = Double(index * 10 + 20) }
    return map
  }()
  private static let powers: [String: Double] = [
    "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
  ]
  private static let parts: [String: Double] = [
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
    "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8,
    "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100,
  ]

  /// Every word that may be part of a number.
  static let all =
    Array(small.keys) + Array(powers.keys) + Array(parts.keys) + ["minus", "negative", "and"]
}
