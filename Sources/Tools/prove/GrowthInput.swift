import FuzzTargets

/// A text that can be made as long as one likes.
struct GrowthInput {
  /// The fuzz target whose words it is made of.
  let vocabulary: String
  /// What it is made of, for people.
  let name: String
  /// That many bytes of it.
  let bytes: (Int) -> [UInt8]

  /// Each word of each grammar, over and over, on one line and on many.
  static var words: [GrowthInput] {
    allTargets.flatMap { target in
      target.words.flatMap { word in
        [
          repeated(target.name, word),
          repeated(target.name, word + "x "),
          repeated(target.name, word + "a\n\n"),
        ]
      }
    }
  }

  /// Each pair of words of each grammar: one after the other over and over, and as many of the
  /// first as of the second after them, which nests what brackets.
  static var pairs: [GrowthInput] {
    allTargets.flatMap { target in
      target.words.flatMap { first in
        target.words.flatMap { second in
          [
            repeated(target.name, first + "a" + second),
            repeated(target.name, first + second + "\n"),
            nested(target.name, first, second),
          ]
        }
      }
    }
  }

  /// Each seed, over and over.
  static var seeds: [GrowthInput] {
    allTargets.flatMap { target in
      Seeds.read(folder: "Tests/Fuzz/Seeds/\(target.name)").filter { !$0.bytes.isEmpty }.map {
        seed in
        GrowthInput(vocabulary: target.name, name: "seed \(seed.name)") { cycle(seed.bytes, $0) }
      }
    }
  }

  private static func repeated(_ vocabulary: String, _ text: String) -> GrowthInput {
    GrowthInput(vocabulary: vocabulary, name: shown(text)) { cycle(Array(text.utf8), $0) }
  }

  private static func nested(
    _ vocabulary: String, _ first: String, _ second: String
  ) -> GrowthInput {
    GrowthInput(vocabulary: vocabulary, name: "\(shown(first)) … \(shown(second))") { size in
      let count = size / max(1, first.utf8.count + second.utf8.count)
      return cycle(Array(first.utf8), count * first.utf8.count) + Array("a".utf8)
        + cycle(Array(second.utf8), count * second.utf8.count)
    }
  }

  private static func cycle(_ bytes: [UInt8], _ size: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(size + bytes.count)
    while result.count < size { result += bytes }
    return result
  }

  private static func shown(_ text: String) -> String {
    String(text.debugDescription.dropFirst().dropLast())
  }
}
