import Synchronization

/// The models that the command line opened, by their paths: a screen names them and does not read files
/// itself. One that is in the list stays there.
package enum OpenedModels {
  private final class Entry: Sendable {
    let path: String
    let model: LookedModel
    let next = AtomicLazyReference<Entry>()

    init(_ path: String, _ model: LookedModel) { (self.path, self.model) = (path, model) }
  }

  private static let first = AtomicLazyReference<Entry>()

  /// Puts a model in the list; one of the same path that is there already stays.
  package static func open(_ path: String, _ model: LookedModel) {
    let own = Entry(path, model)
    var entry = first.storeIfNil(own)
    while entry !== own, entry.path != path { entry = entry.next.storeIfNil(own) }
  }

  /// Nil where none of that path was opened.
  package static func model(_ path: String) -> LookedModel? {
    var entry = first.load()
    while let here = entry {
      if here.path == path { return here.model }
      entry = here.next.load()
    }
    return nil
  }
}
