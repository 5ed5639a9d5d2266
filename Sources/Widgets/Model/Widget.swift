import Formulas
import JSONText
import Notes
import Numerics
import TextUI

/// A live figure: everything that it shows follows from its parameters, and from its record where a
/// long computation stands beside them.
///
/// A change makes new parameters, and those a new widget, so undo, reset, drafts and exported files
/// need nothing of their own, and nothing is ever computed from half an input. What all widgets do
/// alike (typing, guessing, reading, writing, keys, layout) stands in `Panel`, `Codec`, `Export` and
/// `Layout`, once.
package protocol Widget: Sendable {
  /// What undo, drafts and export keep: small, and compared by value.
  associatedtype Parameters: Equatable & Sendable
  /// What Tab goes through: tables of inputs, then grids of results.
  associatedtype Area: Hashable & Sendable
  /// What its own keys do.
  associatedtype Action: CaseIterable & Equatable & Sendable = NoAction
  associatedtype Record: WidgetRecord = NoRecord
  /// How its numbers are written, decided before they are shown anywhere; `NoDigits` where tables and
  /// calculations see to it one by one.
  associatedtype Digits: Sendable = NoDigits
  typealias Cursor = WidgetCursor<Area>
  typealias View = WidgetView<Self>
  typealias Field = InputField<Parameters, Area>

  /// Its name in fences and files.
  static var name: String { get }
  /// Its name for people.
  static var title: String { get }
  /// Titles of notes that it serves, in lower case.
  static var topics: [String] { get }
  /// The title of the lesson that explains the step that is shown, where each has its own.
  var stepTopic: String? { get }
  /// What it opens with where nothing is given.
  static var initial: Parameters { get }
  /// Its inputs in the order of a fence; those of one area are the rows of its table.
  static var fields: [Field] { get }
  /// Its own keys, one row for each action.
  static var actions: [KeyBinding<Action>] { get }
  /// Whether there is anything to guess: where there is not, no key offers it.
  static var hasGuesses: Bool { get }
  /// The action that leaves what is hidden for a guess.
  static var nextStep: Action? { get }
  /// All actions that do so: that one, and longer strides.
  static var strides: [Action] { get }
  /// Other names of inputs, in small letters, as programs give them.
  static var synonyms: [String: String] { get }
  /// The inputs that arrays without names go to, in this order.
  static var arrayKeys: [String] { get }
  /// Whether rows or entries can be added and taken away.
  static var hasResizing: Bool { get }
  /// Whether a step can be played.
  static var hasMotion: Bool { get }
  /// Whether its own keys, and those that move the cursor, leave the page that is shown.
  static var staysOnPage: Bool { get }
  /// The input that a reader comes to type: `=` begins with its name.
  static var mainInput: String? { get }
  /// How soon the footer names the key that types it.
  static var inputRank: Int { get }

  /// Whether it is opened from another widget with the numbers of that: what the reader made of the
  /// others stays when these change.
  static var goesOn: Bool { get }

  /// Whether some of its inputs have to fit each other.
  static var hasFit: Bool { get }
  /// The parameters with the other inputs made to fit those that were typed, the last one first.
  static func fitted(_ parameters: Parameters, to typed: [String]) -> Parameters
  /// The parameters after several inputs that were typed in one go: what was made for the ones before
  /// gives way.
  static func renewed(_ parameters: Parameters, by typed: [String]) -> Parameters
  /// Computes everything; parameters that are each within their limits may still not fit together.
  init(_ parameters: Parameters) throws(InputProblem)
  /// The same for parameters that take the place of others: what these computed may stay.
  static func next(_ parameters: Parameters, after old: Self) throws(InputProblem) -> Self
  var parameters: Parameters { get }
  var record: Record { get set }

  /// The areas that there are now, in the order of Tab.
  var areas: [Area] { get }
  /// Rows and columns of an area of results.
  func results(in area: Area) -> GridSize
  /// What rows and columns of a table of inputs are called in prompts and messages.
  func names(in area: Area) -> (rows: [String], columns: [String])
  /// Where the reader begins; the first cell of the first area unless told.
  var firstCursor: Cursor { get }

  /// Where the cursor stands after a change, where it stood there in the widget before.
  func cursor(_ cursor: Cursor, from old: Self) -> Cursor

  /// What stands at the right of the title.
  var status: String { get }
  /// How far its steps have come, from 0 to 1; nil where it has none.
  var progress: Double? { get }
  func blocks(_ view: View) -> [WidgetBlock]
  /// How the number of a result is written.
  func numbers(at cell: Cursor, _ view: View) -> NumberText
  /// What it comes to, for the lesson that it stands in: what is asked there, and no more.
  func preview(_ view: View) -> [WidgetBlock]
  /// Its results, for the exported state.
  var resultsJSON: JSON { get }
  /// A NumPy script that prints the same numbers.
  var script: String { get }
  /// Earlier parameters, looked at as it is now: undo leaves alone what only says how.
  func seen(_ old: Parameters) -> Parameters
  /// What it came with, as R brings it back: what was seen may stay so.
  func reset(to original: Parameters) -> Parameters
  /// The inputs that say what this reader has seen: files for others hold none of them.
  var readersKeys: [String] { get }
  /// Why nothing is exported now; nil where it is.
  var whyNotExported: String? { get }
  /// The parameters once all that its exported files tell was seen.
  var exported: Parameters { get }
  /// Whether these parameters show the same as earlier ones in another way, as at another step: that is
  /// kept when the reader leaves, and not at each key.
  func isLook(from old: Parameters) -> Bool
  /// What is to be said when these parameters take the place of others; nil for nothing.
  func note(after old: Parameters) -> String?

  /// The names that numbers may be pasted behind.
  static var pastedNames: String { get }
  /// The input that a text without a name can only be meant for; nil where it may be for several.
  func inputOfUnnamed(_ text: String) -> String?

  func random(using generator: inout SeededGenerator) -> Parameters
  /// The parameters with a row or column more or less.
  func resized(by change: Resizing, at cursor: Cursor) throws(InputProblem) -> Parameters
  /// The parameters after one of its own keys.
  func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters
  /// Whether one of its own keys does anything now: the footer offers no other.
  func offers(_ action: Action, at cursor: Cursor) -> Bool
  /// What it says of itself, for keys that do not always mean the same.
  var facts: Set<KeyFact> { get }
  /// How many of its own digits mean something now; nil for all.
  var choiceCount: Int? { get }
  /// What one of its own keys asks for beside a change.
  func effects(of action: Action, at cursor: Cursor) -> [WidgetEffect]
  /// The parameters with a question that stands left without an answer, which is what Esc does first;
  /// nil where none stands.
  var dismissed: Parameters? { get }
  /// Whether what is shown hides an answer, which digits guess: they do so where the question is seen.
  var asksNow: Bool { get }
  /// The question that stands and has no mark; nil where there is none.
  func standingQuestion(ascii: Bool) -> LabQuestion?
  /// Whether one of its own keys means what Space does in every widget that computes: stop, or go on.
  func pauses(after action: Action) -> Bool
  /// Whether it then plays as after an answer.
  var playsUnanswered: Bool { get }
  /// The parameters with its question open, for widgets that ask one and hide no cells; nil where
  /// nothing is asked.
  var withQuestion: Parameters? { get }
  /// What a fence says instead of where the cursor stands, where there are no cells: `, place = 4`.
  static var insteadOfCursor: String { get }
  /// Whether it moves on by itself after one of its own keys, until the next one.
  func plays(after action: Action) -> Bool
  /// The parameters of the next picture while it moves on by itself: the same where it waits for
  /// what is still computed, nil where it has come to rest.
  var next: Parameters? { get }

  /// The parameters at the step that bears a number; nil where none does.
  func atStage(_ number: Int) -> Parameters?
  /// Which of its steps is shown: what is hidden in one stays so in the others.
  var stage: Int { get }
  /// How many parts move when the step is played from the cell under the cursor; 0 where nothing does.
  func frames(at cursor: Cursor) -> Int
  /// How many pictures lead from another state of it to this one; 0 where it comes at once.
  func frames(from old: Self) -> Int
  /// The cell that lies so many rows and columns on in the picture; nil where that is as in the
  /// tables one after the other.
  func moved(_ cursor: Cursor, rows: Int, columns: Int) -> Cursor?

  /// What a guess at a cell of the results is worth; nil where there is nothing to guess.
  func judge(_ guess: Quantity, at cursor: Cursor) -> Judgement?
  /// Which numbers besides finite ones may stand there, and how to type them; nil where none may.
  func guessHint(at cursor: Cursor) -> String?
}

extension Widget {
  package var stepTopic: String? { nil }
  package static var hasGuesses: Bool { true }
  package static var nextStep: Action? { nil }
  package static var strides: [Action] { nextStep.map { [$0] } ?? [] }
  package static var mainInput: String? { nil }
  package static var inputRank: Int { 2 }
  package static var hasResizing: Bool { true }
  package static var synonyms: [String: String] { [:] }
  package static var arrayKeys: [String] { tableFields.map(\.key) }
  package static var hasMotion: Bool { true }
  package static var staysOnPage: Bool { false }
  package static var goesOn: Bool { false }
  package static func next(
    _ parameters: Parameters, after old: Self
  ) throws(InputProblem) -> Self { try Self(parameters) }
  package func cursor(_ cursor: Cursor, from old: Self) -> Cursor { cursor }
  package func numbers(at cell: Cursor, _ view: View) -> NumberText { view.numbers }
  package static var hasFit: Bool { false }
  package static func fitted(_ parameters: Parameters, to typed: [String]) -> Parameters {
    parameters
  }
  package static func renewed(_ parameters: Parameters, by typed: [String]) -> Parameters {
    parameters
  }
  package var status: String { "" }
  package var progress: Double? { nil }
  package func seen(_ old: Parameters) -> Parameters { old }
  package func reset(to original: Parameters) -> Parameters { original }
  package var readersKeys: [String] { [] }
  package var whyNotExported: String? { nil }
  package var exported: Parameters { parameters }
  package func isLook(from old: Parameters) -> Bool { false }
  package func note(after old: Parameters) -> String? { nil }
  package static var pastedNames: String {
    tableFields.map { "\($0.key) = …" }.joined(separator: ", ")
  }
  package func inputOfUnnamed(_ text: String) -> String? { nil }
  package func names(in area: Area) -> (rows: [String], columns: [String]) { ([], []) }
  package func judge(_ guess: Quantity, at cursor: Cursor) -> Judgement? { nil }
  package func guessHint(at cursor: Cursor) -> String? { nil }
  package func offers(_ action: Action, at cursor: Cursor) -> Bool {
    do { return try changed(by: action, at: cursor) != parameters } catch { return false }
  }
  package var facts: Set<KeyFact> { [] }
  package var choiceCount: Int? { nil }
  package func effects(of action: Action, at cursor: Cursor) -> [WidgetEffect] { [] }
  package var dismissed: Parameters? { nil }
  package var asksNow: Bool { dismissed != nil }
  package func standingQuestion(ascii: Bool) -> LabQuestion? { nil }
  package func pauses(after action: Action) -> Bool { false }
  package var playsUnanswered: Bool { true }
  package var withQuestion: Parameters? { nil }
  package static var insteadOfCursor: String { "" }
  package func plays(after action: Action) -> Bool { false }
  package var next: Parameters? { nil }
  package func atStage(_ number: Int) -> Parameters? { nil }
  package var stage: Int { 0 }
  package func frames(at cursor: Cursor) -> Int { 0 }
  package func frames(from old: Self) -> Int { 0 }
  package func moved(_ cursor: Cursor, rows: Int, columns: Int) -> Cursor? { nil }
  package func resized(by change: Resizing, at cursor: Cursor) throws(InputProblem) -> Parameters {
    throw InputProblem("Nothing can be added or taken away here")
  }
}

extension Widget {
  /// One of its own keys, as it is pressed, or where all is told in lines the word that is typed there.
  func key(_ action: Action, _ view: View) -> String {
    guard let row = Self.actions.first(where: { $0.actions.contains(action) }) else { return "" }
    return view.isTold ? row.word : row.keys.first?.label ?? row.word
  }
}

extension Widget where Area: CaseIterable {
  package var areas: [Area] { Array(Area.allCases) }
  package var firstCursor: Cursor { Cursor(areas[0]) }
}

/// The digits of a widget that decides none.
package struct NoDigits: Sendable {}

/// The actions of a widget without keys of its own.
package enum NoAction: CaseIterable, Equatable, Sendable {}

extension Widget where Action == NoAction {
  package static var actions: [KeyBinding<NoAction>] { [] }
  package func changed(by action: NoAction, at cursor: Cursor) -> Parameters {}
}

extension Widget where Record == NoRecord {
  package var record: NoRecord {
    get { NoRecord() }
    set {}
  }
}
