import CSystem
import Glibc
import Notes
import Scheduling
import Screens
import Storage
import TextUI

/// Carries effects out: the one place where the program touches the world outside.
struct Performer {
  var opening: Opening
  let memory: Memory
  let watch: Watch?
  /// Rows that could not be stored yet: they are tried again with the next ones.
  private var unstored: [Review] = []
  private var stamps: [String: NoteFiles.Stamp] = [:]

  init(opening: Opening, memory: Memory, watch: Watch?) {
    self.opening = opening
    self.memory = memory
    self.watch = watch
    for document in opening.library.documents where document.state != .unread {
      stamps[document.path] = opening.files?.stamp(of: document.path)
    }
    if let files = opening.files { watch?.add(files.folders) }
  }

  /// Whether to go on.
  mutating func perform<D: Device & ~Copyable>(
    _ effect: Effect, _ app: inout App, _ device: inout D
  ) -> Bool {
    defer { if let notice = memory.nextNotice() { app.say(notice) } }
    switch effect {
    case .quit: return false
    case .suspend: device.suspend()
    case .redraw: device.forgetScreen()
    case .savePlace(let lesson, let word): app.warn(memory.save(lesson: lesson, word: word))
    case .markRead(let lesson): app.warn(memory.markRead(lesson: lesson))
    case .saveDraft(let widget, let text): app.warn(memory.saveDraft(widget: widget, text))
    case .write where app.world.isSecure: app.say("Nothing is written here (LESSSECURE)")
    case .write(let files): app.say(FreshFiles.write(files))
    case .record(let reviews):
      unstored += reviews
      let problem = memory.append(unstored)
      if problem == nil { unstored = [] }
      app.warn(
        problem.map {
          "\($0). \(unstored.count) \(unstored.count == 1 ? "row is" : "rows are") not stored yet, "
            + "and tried again with the next answer"
        })
    case .set(let name, let value): app.warn(memory.set(name, to: value))
    case .recall where app.world.progress != nil:
      if let news = memory.news() { app.learn(news.rows, settings: news.settings) }
    case .recall:
      let known = memory.progress()
      app.take(known.progress, settings: known.settings)
      if let problem = known.problem { app.warn(problem) }
    case .openLink(let address) where app.world.isSecure:
      app.say("Links are not opened here (LESSSECURE): \(address)")
    case .openLink(let address): app.say(Browser.open(address))
    case .read(let indexes): read(indexes, &app)
    case .reload: reload(&app)
    case .open, .replace, .back, .forward, .leave, .say: break  // the app's own
    }
    return true
  }

  private mutating func read(_ indexes: [Int], _ app: inout App) {
    guard let files = opening.files else { return }
    let documents = app.world.library.documents
    app.fill(
      indexes.filter(documents.indices.contains).map { index in
        let path = documents[index].path
        stamps[path] = files.stamp(of: path)
        return (index, files.read(path))
      })
  }

  /// Reads again what has changed on disk since it was read.
  private mutating func reload(_ app: inout App) {
    watch?.drain()
    guard var files = opening.files else { return }
    let old = app.world.library
    let names = files.list()
    opening.files = files
    watch?.add(files.folders)
    var known: [String: Document] = [:]
    for document in old.documents { known[document.path] = document }
    var changed = names.count != old.documents.count
    let documents = names.map { name -> Document in
      let stamp = files.stamp(of: name)
      if let document = known[name] {
        if document.state == .unread || stamp == nil || stamp == stamps[name] { return document }
      }
      changed = true
      stamps[name] = stamp
      var fresh = Document(path: name)
      switch files.read(name) {
      case .success(let bytes): fresh.fill(bytes)
      case .failure(let problem): fresh.state = .unreadable(problem.message)
      }
      return fresh
    }
    // A file that is being replaced may be gone for a moment: the old text stays meanwhile.
    guard changed, !documents.isEmpty else { return }
    var library = Library(title: old.title, key: old.key, documents: documents)
    library.problems = old.problems
    app.replace(library: library)
  }
}
