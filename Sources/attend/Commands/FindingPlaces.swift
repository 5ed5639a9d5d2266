import Notes

/// Where findings stand, as far as their lines tell.
enum FindingPlaces {
  /// The line of a lesson's heading, which may stand below that of its chapter.
  static func line(of lesson: Lesson, _ blocks: [Block]) -> Int {
    let heading = blocks.first { block in
      if case .heading(_, let inlines) = block.kind {
        inlines.plainText == lesson.title
      } else {
        false
      }
    }
    return lesson.line + (heading?.line ?? 1) - 1
  }

  /// The findings with a column each, where none is known that of the line's first sign.
  static func placed(
    _ found: [Diagnostic], _ library: Library, _ path: (String) -> String
  ) -> [Diagnostic] {
    var wanted: [String: [Int]] = [:]
    for index in found.indices where found[index].line > 0 && found[index].column == 0 {
      wanted[found[index].path, default: []].append(index)
    }
    var found = found
    for document in library.documents {
      guard let indices = wanted[path(document.path)], !document.isNotebook else { continue }
      let lines = document.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      for index in indices where found[index].line <= lines.count {
        found[index].column = 1 + lines[found[index].line - 1].prefix { $0 == 0x20 }.count
      }
    }
    return found
  }
}
