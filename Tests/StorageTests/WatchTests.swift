import Libc
import Notes
import TestSupport
import Testing

@testable import Storage

/// What is told of folders: by the kernel, and by looking at them.
@Suite struct WatchTests {
  private typealias Event = Watch.Event

  /// What a change to a folder that is watched leads to. In it lie `a.md`, `b.md` and the folder `in`.
  private func told(
    _ means: Watch.Means, of folders: [String] = ["notes"],
    _ change: (String) throws -> Void
  ) throws -> Set<Event> {
    try TemporaryFolder.with { folder in
      let notes = "\(folder)/notes"
      Files.makeFolder("\(notes)/in")
      for name in ["a.md", "b.md", "in/c.md"] {
        try Files.write("text".utf8, to: "\(notes)/\(name)")
      }
      let watch = Watch(means)
      #expect(watch.add(folders.map { Path("\(folder)/\($0)") }))
      #expect(watch.events() == [])
      try change(notes)
      let events = watch.events()
      #expect(watch.events() == [], "told once")
      return Set(
        events.map { event in
          guard case .named(let name, let isFolder, let place) = event else { return event }
          // The folder's own name is of no account here.
          let inner = place.bytes.dropFirst(folder.utf8.count + 1)
          return .named(name, isFolder: isFolder, folder: Path(bytes: Array(inner)))
        })
    }
  }

  private func event(_ name: String, isFolder: Bool = false, in folder: String = "notes") -> Event {
    .named(Path(name), isFolder: isFolder, folder: Path(folder))
  }

  @Test(arguments: Watch.Means.allCases) func whatIsWritten(_ means: Watch.Means) throws {
    let found = try told(means) { try Files.write("longer text".utf8, to: "\($0)/a.md") }
    #expect(found == [event("a.md")])
  }

  @Test(arguments: Watch.Means.allCases) func whatIsNew(_ means: Watch.Means) throws {
    let found = try told(means) { try Files.write("new".utf8, to: "\($0)/d.md") }
    #expect(found == [event("d.md")])
  }

  @Test(arguments: Watch.Means.allCases) func whatIsTakenAway(_ means: Watch.Means) throws {
    #expect(try told(means) { unlink("\($0)/a.md") } == [event("a.md")])
  }

  @Test(arguments: Watch.Means.allCases) func whatIsRenamed(_ means: Watch.Means) throws {
    let found = try told(means) { rename("\($0)/a.md", "\($0)/z.md") }
    #expect(found == [event("a.md"), event("z.md")])
  }

  /// As editors save: what is beside it takes its place, of the same size and with the same times.
  @Test(arguments: Watch.Means.allCases) func whatIsReplaced(_ means: Watch.Means) throws {
    let found = try told(means) { rename("\($0)/b.md", "\($0)/a.md") }
    #expect(found == [event("a.md"), event("b.md")])
  }

  @Test(arguments: Watch.Means.allCases) func aNewFolder(_ means: Watch.Means) throws {
    let found = try told(means) { mkdir("\($0)/new", 0o755) }
    #expect(found == [event("new", isFolder: true)])
  }

  @Test(arguments: Watch.Means.allCases) func aFolderInPlaceOfAFile(_ means: Watch.Means) throws {
    let found = try told(means) {
      unlink("\($0)/a.md")
      mkdir("\($0)/a.md", 0o755)
    }
    #expect(found == [event("a.md"), event("a.md", isFolder: true)])
  }

  @Test(arguments: Watch.Means.allCases) func aNameOfAnyBytes(_ means: Watch.Means) throws {
    let name = Path(bytes: [0xFF, 0x0A, 0x61])
    let found = try told(means) { folder in
      close(open(Path(folder).appending(name).cString, O_CREAT | O_WRONLY, 0o600))
    }
    #expect(found == [.named(name, isFolder: false, folder: Path("notes"))])
  }

  /// A folder that is not watched itself is none of what is told of the one around it.
  @Test(arguments: Watch.Means.allCases) func eachFolderForItself(_ means: Watch.Means) throws {
    #expect(try told(means) { unlink("\($0)/in/c.md") } == [])
    let found = try told(means, of: ["notes", "notes/in"]) {
      try Files.write("longer text".utf8, to: "\($0)/in/c.md")
      unlink("\($0)/b.md")
    }
    #expect(found == [event("c.md", in: "notes/in"), event("b.md")])
  }

  @Test(arguments: Watch.Means.allCases) func whatIsBehindALink(_ means: Watch.Means) throws {
    let found = try told(means) { notes in
      symlink("a.md", "\(notes)/link.md")
      symlink("in", "\(notes)/folder")
    }
    #expect(found == [event("link.md"), event("folder")])
  }

  /// One folder that is named in two ways is told of by both names.
  @Test(arguments: Watch.Means.allCases) func twoNamesOfAFolder(_ means: Watch.Means) throws {
    let found = try told(means, of: ["notes", "notes/in/..", "notes"]) { unlink("\($0)/a.md") }
    #expect(found == [event("a.md"), event("a.md", in: "notes/in/..")])
  }

  /// Where no more are taken, those that are watched already still count.
  @Test(arguments: Watch.Means.allCases) func aFullWatchKnowsItsOwn(_ means: Watch.Means) throws {
    let folder = try TemporaryFolder()
    let paths = [folder.path, "/"].map { Path($0) }
    let watch = Watch(means, limit: 1)
    #expect(watch.add([paths[0]]))
    #expect(watch.add([paths[0]]))
    #expect(!watch.add([paths[1]]))
    #expect(!watch.add(paths))
  }

  @Test(arguments: Watch.Means.allCases) func whatCannotBeWatched(_ means: Watch.Means) throws {
    try TemporaryFolder.with { folder in
      try Files.write("text".utf8, to: "\(folder)/file")
      let watch = Watch(means)
      #expect(!watch.add([Path("\(folder)/none")]))
      #expect(!watch.add([Path("\(folder)/file")]))
      // The others are watched all the same.
      #expect(!watch.add([Path("\(folder)/none"), Path(folder)]))
      unlink("\(folder)/file")
      #expect(!watch.events().isEmpty)
    }
  }

  /// A folder that is gone is watched no longer, and one that comes back is watched when it is added.
  @Test(arguments: Watch.Means.allCases) func aFolderThatGoesAndComes(_ means: Watch.Means) throws {
    try TemporaryFolder.with { folder in
      let inner = Path("\(folder)/in")
      mkdir(inner.cString, 0o755)
      let watch = Watch(means)
      #expect(watch.add([inner]))
      rmdir(inner.cString)
      #expect(watch.events() == [])
      mkdir(inner.cString, 0o755)
      #expect(watch.add([inner]))
      close(open(inner.appending("a").cString, O_CREAT | O_WRONLY, 0o600))
      #expect(Set(watch.events()) == [.named(Path("a"), isFolder: false, folder: inner)])
    }
  }

  /// A descriptor tells when to ask, or there is a time after which to ask.
  @Test(arguments: Watch.Means.allCases) func whenToAsk(_ means: Watch.Means) throws {
    try TemporaryFolder.with { folder in
      let watch = Watch(means)
      watch.add([Path(folder)])
      try Files.write("text".utf8, to: "\(folder)/file")
      var asked = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
      switch means {
      case .told: #expect(watch.interval == nil && poll(&asked, 1, 0) == 1)
      case .looked: #expect(watch.descriptor == -1 && watch.interval == .seconds(1))
      }
    }
  }
}
