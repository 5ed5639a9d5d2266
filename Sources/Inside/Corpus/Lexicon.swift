import Basics

/// The words that the text is made of.
package enum Lexicon {
  package static let women = ["Mia", "Anna", "Lily", "Rosa", "Nora", "Ella", "Jane", "Ida"]
  package static let men = ["Tom", "Ben", "Max", "Leo", "Sam", "Otto", "Finn", "Hugo"]
  package static let names = women + men
  package static let things = [
    "ball", "book", "cup", "hat", "key", "lamp", "drum", "kite", "boat", "coin", "ring", "shoe",
    "map", "bell", "box", "pen",
  ]
  package static let colours = [
    "red", "blue", "green", "yellow", "black", "white", "brown", "pink",
  ]
  package static let places = [
    "garden", "kitchen", "forest", "school", "market", "river", "station", "library", "park",
    "barn",
  ]
  package static let animals = [
    "dog", "cat", "bird", "horse", "cow", "bear", "duck", "hen", "goat", "rabbit",
  ]
  package static let foods = [
    "bread", "milk", "cheese", "soup", "cake", "rice", "honey", "butter",
  ]
  /// What is neither a name nor a place.
  package static let common = things + animals + colours + foods
  package static let numbers = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]
  package static let traits = ["small", "old", "big", "young", "happy", "tired", "quiet", "brave"]

  package static func isWoman(_ name: String) -> Bool { women.contains(name) }

  /// The plural of a thing or an animal.
  package static func plural(_ noun: String) -> String { noun == "box" ? "boxes" : noun + "s" }

  package static func capital(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Syllables of coined names, which no text has twice by plan.
  private static let heads = [
    "ba", "be", "bo", "da", "de", "di", "fa", "fi", "ga", "go", "ka", "ki", "la", "lo", "ma", "mi",
    "na", "no", "pa", "pi", "ra", "ro", "sa", "si", "ta", "tu", "va", "vo", "za", "zu",
  ]
  private static let tails = ["l", "n", "r", "s", "k", "m", "", "", "", ""]

  /// A name of two to four syllables that stands in no list.
  package static func coined(_ source: inout Source) -> String {
    let count = source.int(2...4)
    let name = (0..<count).map { _ in source.pick(heads) }.joined() + source.pick(tails)
    return capital(name)
  }
}
