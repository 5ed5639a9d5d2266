/// What a screen says of itself, for keys that do not always mean something.
package enum KeyFact: Hashable, Sendable {
  // Lists
  /// Something stands under the cursor.
  case hasItem
  /// The list or page is longer than one item, or than the window.
  case canMove
  /// The cursor is on a chapter; its lessons do not show, or do.
  case isAtChapter, isFolded, isUnfolded
  /// A filter holds titles back.
  case isFiltered

  // Reader
  case hasLinks
  /// A link, term, widget or question is selected.
  case isAtLink
  /// A search has matches.
  case hasMatches
  /// The definition names other terms.
  case namesTerms

  /// A letter is awaited, of the mark to go to.
  case isGoingToMark

  // Bookmarks
  case canUndo

  // Quiz
  case hasBegun
  /// An answer can be given, or judged.
  case isAnswering
  case isAsking
  case hasHint
  /// The answer was given; what comes is the explanation or the next question.
  case isAnswered
  case canRetry
  case canBeEasy
  /// There is a question on the screen, whatever its state.
  case hasQuestion
  case hasFigure
  case isAskingOrAnswered
  case hasMore
  /// Letters are text of the answer.
  case isTyping
}

/// When a key means something.
package enum KeyCondition: Hashable, Sendable {
  case always
  case when(KeyFact)
  case unless(KeyFact)

  func holds(given facts: Set<KeyFact>) -> Bool {
    switch self {
    case .always: true
    case .when(let fact): facts.contains(fact)
    case .unless(let fact): !facts.contains(fact)
    }
  }
}
