import Basics
import CSystem
import Libc
import Notes
import Scheduling
import Screens
import Storage
import TextUI

/// Carries out the effects that `App` leaves: the one place that touches the world outside.
struct EffectHandler {
  let session: ProgressSession
  /// Rows that could not be stored yet: they are tried again with the next ones.
  private var unstored: [Review] = []
  /// Whether a mark was set that is not stored, so that those that are would be too few.
  private var hasUnstoredMark = false
  private var notes: NotesReloading

  init(source: NotesSource, session: ProgressSession, watch: Watch?) {
    self.session = session
    notes = NotesReloading(source, watch)
  }

  /// Carries an effect out; what came of it, or nil where the program is to end.
  mutating func perform<D: Device & ~Copyable>(
    _ effect: Effect, _ state: AppState, _ device: inout D
  ) -> [EffectResult]? {
    switch effect {
    case .quit: return nil
    case .suspend: device.suspend()
    case .redraw: device.forgetScreen()
    case .show(let theme): device.show(theme)
    case .copy(let text, let said):
      return [.message(device.copy(text) ? said : "There is no way to a clipboard from here")]
    case .takeMouse(let takes): device.takeMouse(takes)
    default: break
    }
    if case .reload = effect { return notes.reload(state.library) }
    if case .edit(let document, let line) = effect {
      return [edit(document, line, state, &device)]
    }
    if case .follow(let neighbour, let link, let id) = effect {
      let note = notes.neighbour(neighbour)
      if note == nil, let remark = notes.remark(on: neighbour) { return [.message(remark)] }
      let reading = note.flatMap { note in
        notes.ownKey(of: note).flatMap { session.reading(of: note, keptUnder: $0) }
      }
      return [reading, .neighbour(note, link: link, from: id)].compactMap(\.self)
    }
    let outcome = outcome(of: effect, state)
    return [outcome, session.nextNotice().map(EffectResult.message)].compactMap(\.self)
  }

  private mutating func outcome(of effect: Effect, _ state: AppState) -> EffectResult? {
    switch effect {
    case .savePlace(let lesson, let word):
      let own = notes.ownPlace(ofLesson: lesson)
      return told(
        session.save(lesson: own?.lesson ?? lesson, word: word, in: own?.document))
    case .saveBookmark(let letter, let place):
      let problem = session.saveBookmark(letter, place)
      if problem != nil { hasUnstoredMark = true }
      return told(problem)
    case .recallMarks: return hasUnstoredMark ? nil : session.bookmarks().map { .bookmarks($0) }
    case .markRead(let lesson):
      let own = notes.ownPlace(ofLesson: lesson)
      return told(session.markRead(lesson: own?.lesson ?? lesson, in: own?.document))
    case .saveDraft(let widget, let text):
      return told(session.saveDraft(widget: widget, text))
    case .write where state.isSecure: return .message("Nothing is written here (LESSSECURE)")
    case .write(let files): return .message(FreshFiles.write(files))
    case .record(let reviews):
      unstored += reviews
      return .trouble(storeRows())
    case .noteQuestions(let questions):
      // Where nothing can be stored the answers say so.
      return session.note(questions) == nil ? told(nil) : nil
    case .set(let change): return told(session.set(change))
    case .recall where state.progress != nil:
      return session.news().map { .news($0.rows, settings: $0.settings) }
    case .recall:
      let known = session.progress()
      return .progress(
        known.progress, settings: known.settings, problem: known.problem,
        known: known.problem == nil && state.library.key != NotesSource.standardInputKey
          ? session.knownQuestions(known.progress) : nil)
    case .openLink(let address) where state.isSecure:
      return .message("Links are not opened here (LESSSECURE): \(address)")
    case .openLink(let address): return .message(Browser.open(address))
    case .read(let indexes): return notes.read(indexes, state.library)
    case .quit, .suspend, .redraw, .show, .copy, .takeMouse, .edit, .reload, .follow:
      return nil
    case .open, .replace, .back, .forward, .leave, .say, .jumped: return nil  // the app's own
    }
  }

  /// Opens a note in an editor, which has the terminal until it ends.
  private mutating func edit<D: Device & ~Copyable>(
    _ document: Int, _ line: Int, _ state: AppState, _ device: inout D
  ) -> EffectResult {
    guard !state.isSecure else { return .message("Nothing is edited here (LESSSECURE)") }
    guard state.library.documents.indices.contains(document),
      let path = notes.path(of: state.library.documents[document].path)
    else { return .message("This text is no file that could be edited") }
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      return .message("An editor needs a terminal")
    }
    var problem: String?
    device.lend { problem = Editor.open(path, line: line) }
    return .message(problem ?? "")
  }

  /// What came of storing something. Where that went well, rows that wait are tried again: there is
  /// no trouble only when nothing waits any more.
  private mutating func told(_ problem: String?) -> EffectResult {
    .trouble(problem ?? storeRows())
  }

  /// Stores what waits of the log; a sentence when that failed.
  private mutating func storeRows() -> String? {
    guard !unstored.isEmpty else { return nil }
    guard let problem = session.append(unstored) else {
      unstored = []
      return nil
    }
    guard session.hasStore else { return problem }
    return "\(problem). \(counted(unstored.count, "row")) "
      + "\(unstored.count == 1 ? "is" : "are") not stored yet, and tried again with the next answer"
  }

  /// Tries for the last time to store what waits; what to say where that failed.
  mutating func finish() -> String? {
    guard !unstored.isEmpty, let problem = session.append(unstored) else { return nil }
    let answers = unstored.count { if case .answer = $0.kind { true } else { false } }
    let lost =
      answers > 0
      ? counted(answers, "answer was", "answers were")
      : counted(unstored.count, "row of progress was", "rows of progress were")
    return "\(lost) not stored: \(problem)"
  }
}
