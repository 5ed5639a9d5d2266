import Notes
import TestSupport
import Testing

@testable import Storage

/// Which folders are watched.
@Suite struct WatchTests {
  /// Where no more are taken, those that are watched already still count.
  @Test func aFullWatchKnowsItsOwn() throws {
    let folder = try TemporaryFolder()
    let paths = [folder.path, "/"].map { Path($0) }
    let watch = Watch(limit: 1)
    #expect(watch.add([paths[0]]))
    #expect(watch.add([paths[0]]))
    #expect(!watch.add([paths[1]]))
    #expect(!watch.add(paths))
  }
}
