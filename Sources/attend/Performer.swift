import Basics
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

  /// Carries an effect out; what came of it, or nil where the program is to end.
  mutating func perform<D: Device & ~Copyable>(
    _ effect: Effect, _ world: World, _ device: inout D
  ) -> [EffectResult]? {
    switch effect {
    case .quit: return nil
    case .suspend: device.suspend()
    case .redraw: device.forgetScreen()
    default: break
    }
    let outcome = outcome(of: effect, world)
    return [outcome, memory.nextNotice().map(EffectResult.message)].compactMap(\.self)
  }

  private mutating func outcome(of effect: Effect, _ world: World) -> EffectResult? {
    switch effect {
    case .savePlace(let lesson, let word):
      return .trouble(memory.save(lesson: lesson, word: word))
    case .markRead(let lesson): return .trouble(memory.markRead(lesson: lesson))
    case .saveDraft(let widget, let text):
      return .trouble(memory.saveDraft(widget: widget, text))
    case .write where world.isSecure: return .message("Nothing is written here (LESSSECURE)")
    case .write(let files): return .message(FreshFiles.write(files))
    case .record(let reviews):
      unstored += reviews
      let problem = memory.append(unstored)
      if problem == nil { unstored = [] }
      return .trouble(
        problem.map {
          "\($0). \(counted(unstored.count, "row")) \(unstored.count == 1 ? "is" : "are") not stored yet, "
            + "and tried again with the next answer"
        })
    case .set(let name, let value): return .trouble(memory.set(name, to: value))
    case .recall where world.progress != nil:
      return memory.news().map { .news($0.rows, settings: $0.settings) }
    case .recall:
      let known = memory.progress()
      return .progress(known.progress, settings: known.settings, problem: known.problem)
    case .openLink(let address) where world.isSecure:
      return .message("Links are not opened here (LESSSECURE): \(address)")
    case .openLink(let address): return .message(Browser.open(address))
    case .read(let indexes): return read(indexes, world.library)
    case .reload: return reload(world.library)
    case .quit, .suspend, .redraw: return nil
    case .open, .replace, .back, .forward, .leave, .say: return nil  // the app's own
    }
  }

  private mutating func read(_ indexes: [Int], _ library: Library) -> EffectResult? {
    guard let files = opening.files else { return nil }
    let documents = library.documents
    return .documents(
      indexes.filter(documents.indices.contains).map { index in
        let path = documents[index].path
        stamps[path] = files.stamp(of: path)
        return (index, files.read(path))
      })
  }

  /// Reads again what has changed on disk since it was read.
  private mutating func reload(_ old: Library) -> EffectResult? {
    watch?.drain()
    guard var files = opening.files else { return nil }
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
    guard changed, !documents.isEmpty else { return nil }
    var library = Library(title: old.title, key: old.key, documents: documents)
    library.problems = old.problems
    return .library(library)
  }
}
