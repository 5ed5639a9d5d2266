import TextUI

extension KeyFact {
  // Every screen
  /// The keys can be shown: nothing is typed, and they do not show already.
  static let offersHelp = KeyFact("offersHelp")
  /// A letter is text now, or names something.
  static let takesLetters = KeyFact("takesLetters")
  /// Digits are a count for the key after them.
  static let takesCount = KeyFact("takesCount")

  // Contents
  /// What the cursor is on leads somewhere.
  static let opens = KeyFact("opens")
  /// The cursor is on a chapter.
  static let isAtChapter = KeyFact("isAtChapter")
  /// Its lessons do not show.
  static let isFolded = KeyFact("isFolded")
  /// Its lessons show.
  static let isUnfolded = KeyFact("isUnfolded")
  /// A filter holds titles back.
  static let isFiltered = KeyFact("isFiltered")

  // Reader
  static let hasNextLink = KeyFact("hasNextLink")
  /// Tab goes over to the figure beside the text.
  static let goesToFigure = KeyFact("goesToFigure")
  /// The key for what comes before leads to the figure beside the text.
  static let goesBackToFigure = KeyFact("goesBackToFigure")
  /// A link, term, widget or question is selected.
  static let isAtLink = KeyFact("isAtLink")
  /// A search has matches.
  static let hasMatches = KeyFact("hasMatches")
  static let isAtEnd = KeyFact("isAtEnd")
  static let isAtTop = KeyFact("isAtTop")
  static let hasNext = KeyFact("hasNext")
  static let hasPrevious = KeyFact("hasPrevious")
  /// A letter is awaited, of the mark to go to.
  static let isGoingToMark = KeyFact("isGoingToMark")

  // Lines being typed
  static let hasText = KeyFact("hasText")
  /// Something was typed here before, and can be brought back.
  static let hasHistory = KeyFact("hasHistory")
  /// What is typed is a pattern.
  static let isPattern = KeyFact("isPattern")

  // Quiz
  static let hasBegun = KeyFact("hasBegun")
  /// An answer can be given, or judged.
  static let isAnswering = KeyFact("isAnswering")
  /// It is complete enough to be graded.
  static let canAnswer = KeyFact("canAnswer")
  /// What there is to compare with is not shown yet.
  static let isReciting = KeyFact("isReciting")
  /// Readers say themselves how well they knew it.
  static let isJudging = KeyFact("isJudging")
  static let isAsking = KeyFact("isAsking")
  static let hasHint = KeyFact("hasHint")
  /// The answer was given; what comes is the explanation or the next question.
  static let isAnswered = KeyFact("isAnswered")
  static let canRetry = KeyFact("canRetry")
  static let canBeEasy = KeyFact("canBeEasy")
  /// Nothing is asked after this question.
  static let isLast = KeyFact("isLast")
  /// A lesson asks its question, and goes on after it.
  static let isFromLesson = KeyFact("isFromLesson")
  /// Nothing is asked that a lesson, or the text of a question, would tell before its time: in a test they do.
  static let mayRead = KeyFact("mayRead")
  /// There is a question on the screen, whatever its state.
  static let hasQuestion = KeyFact("hasQuestion")
  /// There is a figure: beside the text, or of the question.
  static let hasFigure = KeyFact("hasFigure")
  /// How it goes is told at the end alone, and what is left open counts.
  static let isSilent = KeyFact("isSilent")
  /// It can be told why this question is asked now.
  static let canAskWhy = KeyFact("canAskWhy")
  static let isAskingOrAnswered = KeyFact("isAskingOrAnswered")
  static let hasMore = KeyFact("hasMore")
  static let isFinished = KeyFact("isFinished")
  /// There is a test to look through.
  static let hasAnswers = KeyFact("hasAnswers")
  /// The cursor is on how much a day holds.
  static let isAtLimit = KeyFact("isAtLimit")
  /// What a change would ask for is shown, and the change not taken yet.
  static let isTrying = KeyFact("isTrying")
  /// What is shown of that change is scrolled out of sight.
  static let isOutOfSight = KeyFact("isOutOfSight")
  /// What the cursor is on can be begun, or taken.
  static let canBegin = KeyFact("canBegin")
  /// What was answered last can be taken back: answers are for the schedule.
  static let canTakeBack = KeyFact("canTakeBack")
  /// The question was flagged as bad.
  static let isFlagged = KeyFact("isFlagged")
  /// The question is suspended, known already or put off.
  static let isHeld = KeyFact("isHeld")
  /// The question was taken for one that was there before.
  static let isMatched = KeyFact("isMatched")
  /// Letters are text of the answer.
  static let isTyping = KeyFact("isTyping")
}
