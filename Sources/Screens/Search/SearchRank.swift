import Basics
import Notes

/// How much a lesson is about what is looked for: the text as it stands before its words apart, its
/// title before a heading, a heading before the rest, then how often.
struct SearchRank: Comparable {
  private let isPhrase: Bool
  private let title: Int
  private let isInHeading: Bool
  /// How often it stands there; of several words the rarest.
  private let places: Int

  init(_ text: String, isPhrase: Bool, places: Int, title: String, isInHeading: Bool) {
    self.isPhrase = isPhrase
    self.places = places
    self.isInHeading = isInHeading
    let (title, text) = (title.folded, text.folded)
    self.title = title == text ? 2 : title.contains(text) ? 1 : 0
  }

  /// How often, in words.
  var words: String { isPhrase ? counted(places, "match", "matches") : "the words apart" }

  static func < (left: SearchRank, right: SearchRank) -> Bool {
    if left.isPhrase != right.isPhrase { return right.isPhrase }
    if left.title != right.title { return left.title < right.title }
    if left.isInHeading != right.isInHeading { return right.isInHeading }
    return left.places < right.places
  }
}
