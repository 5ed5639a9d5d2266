import Notes
import Quiz
import Scheduling
import Screens
import Storage

/// Progress as it is kept between one start and the next, and what to say when it cannot be.
struct ProgressSession {
  private let store: ProgressStore?
  private let key: String
  /// What the reader should know at once; nil when all is well.
  private(set) var warning: String?

  /// What is remembered of some notes in the reader's state folder.
  init(key: String, environment: [String: String]) {
    self.key = key
    guard let folder = stateFolder(environment: environment) else {
      store = nil
      warning = "nothing is saved: there is no home folder; set XDG_STATE_HOME"
      return
    }
    do throws(StorageProblem) {
      let store = try ProgressStore.open(folder: folder, now: Clock.now().utc)
      self.store = store
      warning = store.nextNotice()?.message
    } catch {
      store = nil
      warning = "nothing is saved: \(error.message)"
    }
  }

  /// What turned up since the last time, such as a damaged file that was set aside; nil for
  /// nothing.
  func nextNotice() -> String? { store?.nextNotice()?.message }

  /// Puts what is remembered into the state.
  mutating func recall(into state: inout AppState) {
    guard let store else { return }
    do throws(StorageProblem) {
      let places = try store.places(document: key)
      state.settings = try Self.settings(in: store, for: key)
      state.lastLesson = places.first?.lesson
      state.recall(places: places.map { ($0.lesson, $0.word) })
      state.bookmarks = bookmarks() ?? [:]
      state.drafts = try store.drafts(document: key)
      state.recall(read: try store.lessonsRead(document: key).keys)
      if places.isEmpty, warning == nil { state.isFirstTime = try store.isUntouched() }
    } catch { warning = error.message }
  }

  /// Notes a place; a sentence when that failed.
  func save(lesson: String, word: Int, in document: String? = nil) -> String? {
    let place = ReadingPosition(lesson: lesson, word: word, updated: Clock.now().utc)
    return attempt { (store) throws(StorageProblem) in
      try store.setPlace(place, document: document ?? key)
    }
  }

  /// How far the lessons of a note were read that is not one of those opened, by the keys that
  /// they have here.
  func reading(of note: Document, keptUnder own: String) -> EffectResult? {
    guard let store, let places = try? store.places(document: own),
      let read = try? store.lessonsRead(document: own)
    else { return nil }
    let name = Path(note.path).name.text
    func here(_ lesson: String) -> String {
      lesson.hasPrefix(name + "#") ? note.path + lesson.dropFirst(name.count) : lesson
    }
    return .reading(
      places: places.reduce(into: [:]) { $0[here($1.lesson)] = $1.word },
      read: Set(read.keys.map(here)))
  }

  /// Sets a mark, or takes it away; a sentence when that failed.
  func saveBookmark(_ letter: Character, _ place: ReadingPlace?) -> String? {
    attempt { (store) throws(StorageProblem) in
      guard let place else { return try store.deleteBookmark(letter, document: key) }
      let mark = Bookmark(
        letter: letter, lesson: place.lesson, word: place.word, updated: Clock.now().utc)
      try store.setBookmark(mark, document: key)
    }
  }

  /// The marks as they are stored; nil where that cannot be known.
  func bookmarks() -> [Character: ReadingPlace]? {
    guard let store, let marks = try? store.bookmarks(document: key) else { return nil }
    return marks.reduce(into: [:]) { known, mark in
      known[mark.letter] = ReadingPlace(lesson: mark.lesson, word: mark.word)
    }
  }

  /// Notes that a lesson was read; a sentence when that failed.
  func markRead(lesson: String, in document: String? = nil) -> String? {
    attempt { (store) throws(StorageProblem) in
      try store.markRead(document: document ?? key, lesson: lesson, at: Clock.now().utc)
    }
  }

  /// Keeps what was typed into a widget, or forgets it; a sentence when that failed.
  func saveDraft(widget: String, _ text: String?) -> String? {
    attempt { (store) throws(StorageProblem) in
      if let text {
        try store.setDraft(text, document: key, widget: widget)
      } else {
        try store.deleteDraft(document: key, widget: widget)
      }
    }
  }

  /// What was answered so far, and the settings; a sentence when they cannot be read. Afterwards
  /// `news` tells what came.
  func progress() -> (progress: Progress, settings: Settings, problem: String?) {
    var settings = Settings()
    guard let store else { return (Progress(), settings, nil) }
    do throws(StorageProblem) {
      settings = try Self.settings(in: store, for: key)
      let history = try store.history()
      return (Progress(history, scheduler: settings.scheduler, now: Clock.now().utc), settings, nil)
    } catch {
      return (Progress(), settings, "your answers so far cannot be read: \(error.message)")
    }
  }

  /// What the questions of the notes were when they were last seen, under this key or where their files were opened
  /// with others, and where these notes never were, those that others have lost, of which answers are known; nil where
  /// that cannot be known.
  func knownQuestions(_ progress: Progress) -> KnownQuestions? {
    guard let store, let own = try? store.knownQuestions(document: key) else { return nil }
    let hasFormerNames = Recognition.hasFormerNames(progress.history)
    let others = OtherNotes(key: key) { !FileWriter.isFree(Path($0)) }
    let needsAll = own.isEmpty || hasFormerNames
    let going = progress.history.successors.values.flatMap(\.self)
    let stored =
      (try? needsAll ? store.allKnownQuestions() : store.questions(beside: key, or: going)) ?? []
    let answered = stored.filter { $0.document != key && progress.knows($0.question.id) }
    let seen = Set(own.map { "\($0.id)\u{1F}\($0.lesson)" })
    let around = others.ofSameFiles(answered).filter {
      !seen.contains("\($0.id)\u{1F}\($0.lesson)")
    }
    // Each file is looked for, so only those are asked for whose questions these notes may share.
    let asked = Set((own + around).map(\.id)).union(going)
    let held = others.held(needsAll ? answered : stored.filter { asked.contains($0.question.id) })
    return KnownQuestions(
      own: own, around: around,
      others: own.isEmpty ? others.free(answered, held: held) : [],
      held: hasFormerNames ? answered.map(\.question) : [], elsewhere: held)
  }

  /// What was answered so far, where questions that have changed since the notes were open are known again as
  /// there; a sentence where it cannot be read.
  func progress(
    of bank: QuestionBank, in library: Library
  ) -> (progress: Progress, settings: Settings, problem: String?) {
    var found = progress()
    guard found.problem == nil, let known = knownQuestions(found.progress) else { return found }
    let recognition = known.recognition(of: bank, in: library, found.progress)
    found.progress.add(recognition.rows(Clock.now(), under: found.progress.scheduler))
    return found
  }

  /// The questions of the notes as they were last seen; none where that cannot be known.
  func ownQuestions() -> [KnownQuestion] {
    ((try? store?.knownQuestions(document: key)) ?? []).filter { !$0.isCopy }
  }

  /// What the questions of the notes were when they were last exported; none where that cannot be known.
  func exportedQuestions() -> [KnownQuestion] {
    (try? store?.exportedQuestions(document: key)) ?? []
  }

  /// Notes what was exported; a sentence when that failed.
  func noteExported(_ questions: [KnownQuestion]) -> String? {
    attempt { (store) throws(StorageProblem) in
      try store.setExportedQuestions(questions, document: key)
    }
  }

  /// Notes what the questions of the notes are now; a sentence when that failed.
  func note(_ questions: [KnownQuestion]) -> String? {
    attempt { (store) throws(StorageProblem) in
      try store.setKnownQuestions(questions, document: key)
    }
  }

  /// The rows that came into the log since the last look, from this program and others, and the
  /// settings; nil when they cannot be read just now, which the next write will tell of.
  func news() -> (rows: [Review], settings: Settings)? {
    guard let store, let rows = try? store.news(),
      let settings = try? Self.settings(in: store, for: key)
    else { return nil }
    return (rows, settings)
  }

  private static func settings(
    in store: ProgressStore, for key: String
  ) throws(StorageProblem) -> Settings {
    var texts: [String: String] = [:]
    for setting in Settings.table {
      texts[setting.name] = try store.setting(setting.name(for: key))
    }
    return Settings(texts)
  }

  /// What is due in each of the notes, and how much of it their day still holds; a sentence when that
  /// cannot be known. Notes that were only read, or are not where they were any more, are
  /// passed over.
  func due(_ now: Moment) throws(ReadProblem) -> [DueCommand.Notes] {
    guard let store else { throw ReadProblem(warning ?? "nothing is saved") }
    do throws(StorageProblem) {
      let scheduler = try Self.settings(in: store, for: key).scheduler
      var found: [DueCommand.Notes] = []
      let quizzed = try store.quizzedNotes()
      let isThere = { (key: String) in
        guard quizzed.contains(key) else { return false }
        return key == Library.courseKey || !FileWriter.isFree(Path(key))
      }
      for notes in try store.due(by: scheduler, at: now.utc, on: now.day, among: isThere) {
        let limits = try Self.settings(in: store, for: notes.document).limits
        found.append(
          DueCommand.Notes(
            key: notes.document,
            due: min(notes.due, max(0, limits.due - (notes.answered - notes.begun))),
            new: min(notes.new, max(0, limits.new - notes.begun))))
      }
      return found
    } catch { throw ReadProblem(error.message) }
  }

  /// How many lessons were read to their end, over all notes.
  var countOfLessonsRead: Int { (try? store?.countOfLessonsRead()) ?? 0 }

  /// Whether there is anything to store into.
  var hasStore: Bool { store != nil }

  /// The keys of the notes that were quizzed.
  var quizzedNotes: Set<String> { (try? store?.quizzedNotes()) ?? [] }

  /// Stores rows of the log; a sentence when that failed.
  func append(_ reviews: [Review]) -> String? {
    attempt { (store) throws(StorageProblem) in _ = try store.append(contentsOf: reviews) }
  }

  /// Keeps a setting; a sentence when that failed.
  func set(_ change: Settings.Change) -> String? {
    attempt { (store) throws(StorageProblem) in
      let row = Settings.table.first { $0.name == change.name }
      try store.setSetting(row?.name(for: key) ?? change.name, to: change.text)
    }
  }

  private func attempt(_ change: (ProgressStore) throws(StorageProblem) -> Void) -> String? {
    guard let store else { return warning ?? "nothing is saved" }
    do throws(StorageProblem) {
      try change(store)
      return nil
    } catch { return "not saved: \(error.message)" }
  }
}
