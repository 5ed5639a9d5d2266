/// Words of a letter's difference that mean different things: who types one for the other has not slipped, though the
/// notes may hold one of them alone.
enum NearWords {
  /// Whether two words are such, in the singular or both in the plural.
  static func areOthers(_ one: String, _ other: String) -> Bool {
    if let place = places[one] ?? places[singular(one)] {
      return place == places[other] ?? places[singular(other)]
    }
    return isPair(one, other) || isPair(other, one)
  }

  private static func singular(_ word: String) -> String {
    word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  /// Whether one is of the large what the other is of the small.
  private static func isPair(_ one: String, _ other: String) -> Bool {
    one.hasPrefix("macro") && other.hasPrefix("micro") && one.dropFirst(5) == other.dropFirst(5)
  }

  /// Those that are taught side by side, or are taken for each other. None is a common misspelling of another.
  private static let groups = [
    "abduction adduction", "abductor adductor", "alkane alkene alkyne", "butane butene butyne",
    "ethane ethene ethyne", "propane propene propyne", "pentane pentene", "hexane hexene",
    "sulfate sulfite sulfide", "sulphate sulphite sulphide", "nitrate nitrite nitride",
    "phosphate phosphite phosphide", "chlorate chlorite", "chlorine chloride",
    "fluorine fluoride", "bromine bromide", "iodine iodide", "lactase lactose", "maltase maltose",
    "sucrase sucrose", "amylase amylose", "cellulase cellulose", "molarity molality",
    "nucleotide nucleoside", "chromatin chromatid", "perineal peroneal", "dysphagia dysphasia",
    "prostate prostrate", "prescribe proscribe", "silicon silicone", "statue statute stature",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let places: [String: Int] = {
    var places: [String: Int] = [:]
    for (place, group) in groups.enumerated() {
      for word in group { places[word] = place }
    }
    return places
  }()
}
