import Notes
import Testing

/// What of the news from the disk is looked at, and when.
@Suite struct ChangesTests {
  private func changes(_ names: (name: String, isFolder: Bool, folder: String)...) -> Changes {
    var changes = Changes()
    for each in names { changes.add(each.name, isFolder: each.isFolder, in: each.folder) }
    return changes
  }

  @Test func onlyNotesAndFoldersCount() {
    let noise = changes(
      ("log.txt", false, ""), (".n.md.swp", false, "a"), (".hidden.md", false, ""),
      (".git", true, ""), ("md", false, ""), ("4913", false, ""))
    #expect(noise.isEmpty)
    let news = changes(
      ("n.md", false, ""), ("N.MARKDOWN", false, "a/b"), ("n.md", false, ""), ("c", true, "a"))
    #expect(news.notes == ["n.md", "a/b/N.MARKDOWN"] && news.folders == ["a/c"])
    #expect(!news.isEmpty && !news.isEverything)
  }

  /// A synchroniser that writes accents in another way takes one file away and brings another.
  @Test func namesThatOnlyReadAlikeAreTwo() {
    let news = changes(("caf\u{E9}.md", false, ""), ("cafe\u{301}.md", false, ""))
    #expect(news.notes.count == 2)
  }

  @Test func theDiskIsLookedAtTwiceASecond() {
    var pending = PendingChanges()
    #expect(pending.wait(now: 0) == nil && pending.take(now: 0).isEmpty)
    var looks = 0
    for now in stride(from: 1_000, to: 3_000, by: 10) {
      pending.changes.add(note: "n.md")
      if !pending.take(now: now).isEmpty { looks += 1 }
    }
    #expect(looks == 4)
    #expect(pending.wait(now: 2_990) == 10)
    #expect(pending.take(now: 3_000).notes == ["n.md"])
    #expect(pending.wait(now: 3_000) == nil)
  }

  @Test func manyNotesAreLookedAtInParts() {
    var pending = PendingChanges()
    for number in 0..<2_500 { pending.changes.add(note: Path("\(number).md")) }
    var seen: Set<Path> = []
    for now in [0, 500, 1_000] {
      let part = pending.take(now: now).notes
      #expect(part.count <= PendingChanges.most && seen.isDisjoint(with: part))
      seen.formUnion(part)
    }
    #expect(seen.count == 2_500 && pending.wait(now: 1_000) == nil)
  }
}

extension Path: ExpressibleByStringLiteral {
  /// A path in tables.
  package init(stringLiteral text: String) { self.init(text) }
}
