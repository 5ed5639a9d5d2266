import Notes
import Testing

/// A library that is changed a document at a time is the one that is made at once.
@Suite struct LibraryChangesTests {
  private func library(_ paths: [String]) -> Library {
    Library(title: "t", key: "k", documents: paths.map { Document(path: $0) })
  }

  private func expectAlike(_ changed: Library, _ fresh: Library) {
    #expect(Array(changed.documents) == Array(fresh.documents))
    #expect(changed.isComplete == fresh.isComplete && changed.unreadCount == fresh.unreadCount)
    #expect(changed.lessonCount == fresh.lessonCount)
    for index in fresh.documents.indices {
      let number = fresh.chapterNumber(document: index, chapter: 0)
      #expect(changed.chapterNumber(document: index, chapter: 0) == number)
      let found = changed.chapter(numbered: number)
      #expect(found?.document == index && found?.chapter == 0)
    }
    #expect(changed.chapter(numbered: 0) == nil)
    #expect(changed.chapter(numbered: fresh.documents.count * 3) == nil)
  }

  @Test func documentsComeAndGo() {
    var paths = (0..<600).map { "\($0 * 2).md" }
    var changed = library(paths)
    var state: UInt64 = 1
    for step in 0..<900 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let name = "\(state >> 33 % 1_300).md"
      let index = NaturalOrder.place(of: name, among: paths.count) { paths[$0] }
      if paths.indices.contains(index), paths[index] == name {
        if step % 3 == 0 {
          paths.remove(at: index)
          changed.remove(at: index)
        }
      } else {
        paths.insert(name, at: index)
        changed.insert(Document(path: name), at: index)
      }
    }
    #expect(paths == NaturalOrder.sorted(paths) && paths.count > 700)
    expectAlike(changed, library(paths))
  }

  @Test func anEmptyLibraryGrowsAndShrinks() {
    var changed = library([])
    changed.insert(Document(path: "a.md"), at: 0)
    changed.insert(Document(path: "b.md"), at: 1)
    expectAlike(changed, library(["a.md", "b.md"]))
    changed.remove(at: 0)
    changed.remove(at: 0)
    expectAlike(changed, library([]))
  }

  @Test func chaptersAreCountedAsTheyAreRead() {
    let paths = (0..<700).map { "\($0).md" }
    let two = Array("# A\n\nx\n\n# B\n\ny\n".utf8)
    var changed = library(paths)
    for index in [0, 255, 256, 500, 699] { changed.fill([DocumentRead(index, .success(two))]) }
    changed.replace(at: 1, with: Document(path: "1.md", bytes: two))
    let fresh = Library(
      title: "t", key: "k",
      documents: paths.enumerated().map { index, path in
        [0, 1, 255, 256, 500, 699].contains(index)
          ? Document(path: path, bytes: two) : Document(path: path)
      })
    expectAlike(changed, fresh)
    #expect(changed.chapterNumber(document: 699, chapter: 1) == 706)
    #expect(changed.lessonCount == 12)
    changed.remove(at: 500)
    #expect(changed.lessonCount == 10)
  }

  /// The names of files are kept, and those of other files are not taken for them.
  @Test func linksFollowFilesThatComeAndGo() {
    var library = library(["a.md", "b.md"])
    let start = LessonID(document: 0, chapter: 0, lesson: 0)
    func target(_ name: String, in library: Library) -> String? {
      guard case .lesson(let id, _) = library.resolve(link: "[[\(name)]]", from: start) else {
        return nil
      }
      return library.documents[id.document].path
    }
    let text = Array("# T\n\nText.\n".utf8)
    library.fill([DocumentRead(0, .success(text)), DocumentRead(1, .success(text))])
    #expect(target("b", in: library) == "b.md" && target("c", in: library) == nil)
    let before = library
    library.insert(Document(path: "aa.md", bytes: text), at: 1)
    #expect(target("aa", in: library) == "aa.md" && target("b", in: library) == "b.md")
    library.replace(at: 2, with: Document(path: "c.md", bytes: text))
    #expect(target("c", in: library) == "c.md" && target("b", in: library) == nil)
    library.remove(at: 1)
    #expect(target("c", in: library) == "c.md" && target("aa", in: library) == nil)
    #expect(target("b", in: before) == "b.md" && target("c", in: before) == nil)
    #expect(before == self.library(["a.md", "b.md"]).filled(with: text))
  }

  @Test func unreadDocumentsAreFoundFromSomewhereOn() {
    var library = library((0..<700).map { "\($0).md" })
    #expect(library.unread(near: 698, limit: 4) == [698, 699, 0, 1])
    #expect(library.unread(near: 0, limit: 0) == [])
    #expect(library.unread(near: 9_999, limit: 1) == [0])
    for index in 0..<700 where index != 300 && index != 2 {
      library.fill([DocumentRead(index, .failure(ReadProblem("is gone")))])
    }
    #expect(library.unread(near: 300, limit: 9) == [300, 2])
    #expect(library.unread(near: 301, limit: 9) == [2, 300] && library.unreadCount == 2)
  }

  /// The order is that of comparing part by part, as people count.
  @Test func theOrderOfNames() {
    let expected = [
      "README.md", "readme.txt", "-1.md", "0.md", "01.md", "1.md", "1a.md", "2.md", "010.md",
      "10.md", "99999999999999999999.md", "100000000000000000000.md", "a/INDEX.md", "a/1.md",
      "a/b/c.md", "a/bc.md", "A.md", "a.md", "ab/c.md", "b.md",
    ]
    #expect(NaturalOrder.sorted(expected.reversed()) == expected)
    for (index, name) in expected.enumerated() {
      #expect(NaturalOrder.place(of: name, among: expected.count) { expected[$0] } == index)
      #expect(!NaturalOrder.precedes(name, name))
    }
  }
}

extension Library {
  fileprivate func filled(with text: [UInt8]) -> Library {
    var library = self
    library.fill(documents.indices.map { DocumentRead($0, .success(text)) })
    return library
  }
}
