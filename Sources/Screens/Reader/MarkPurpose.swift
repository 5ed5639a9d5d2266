import Notes
import TextUI

/// What the letter of a mark is typed for.
enum MarkPurpose: Equatable, Sendable {
  case set, go

  /// The letters that a mark may have.
  private static let letters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

  enum Action: Equatable { case letter(Character), before, cancel }
  static let table = KeyTable<Action>(
    .mark,
    [
      KeyBinding.each(
        letters, "letter", "the letter of the mark", footer: .at(1, "the mark")
      ) { .letter($0) },
      KeyBinding(
        [.character("'")], "before", "back to where the last jump began",
        footer: .at(2, "back from the jump"), when: .when(.isGoingToMark), .before),
      KeyBinding(
        [.escape], "cancel", "neither set a mark nor go to one; any other key does too",
        footer: .out(), .cancel),
    ])

  var facts: Set<KeyFact> { self == .go ? [.isGoingToMark] : [] }

  var request: String {
    self == .set
      ? "Mark this place: type a letter, a to z or A to Z" : "Go to a mark: type its letter"
  }

  /// What comes of a letter: effects, and the word to go to in the lesson that shows.
  func outcome(
    of name: String, at here: ReadingPlace, in state: AppState
  ) -> (effects: [Effect], word: Int?) {
    guard let letter = name.first, name.count == 1, Self.letters.contains(letter) else {
      return ([.say("A mark is named by a letter, a to z or A to Z")], nil)
    }
    let keys = ReaderKeys.table
    switch self {
    case .set:
      let go = keys.label(.mark(.go), in: state)
      return (
        [
          .saveBookmark(letter, here),
          .say("Mark \(letter) is set; \(go)\(letter) comes back here"),
        ],
        nil
      )
    case .go:
      guard let place = state.bookmarks[letter] else {
        let list = keys.label(.bookmarks, in: state)
        return ([.say("There is no mark \(letter); \(list) lists all marks")], nil)
      }
      return Self.go(to: place, from: here, in: state)
    }
  }

  static func goBefore(
    from here: ReadingPlace, in state: AppState
  ) -> (effects: [Effect], word: Int?) {
    guard let place = state.jumpedFrom else { return ([.say("There has been no jump yet")], nil) }
    return go(to: place, from: here, in: state)
  }

  private static func go(
    to place: ReadingPlace, from here: ReadingPlace, in state: AppState
  ) -> (effects: [Effect], word: Int?) {
    let jump = Effect.jumped(from: here)
    if place.lesson == here.lesson { return ([jump], place.word) }
    guard let id = state.library.lesson(withKey: place.lesson) else {
      return ([.say("The lesson of that mark is no longer in the notes")], nil)
    }
    return ([jump, .open(.lesson(id, .word(place.word)))], nil)
  }
}

extension KeyScope {
  static let mark = KeyScope("mark", "Reader, asked for the letter of a mark")
}
