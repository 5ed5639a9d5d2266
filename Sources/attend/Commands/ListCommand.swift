import JSONText
import Notes
import Pages
import Quiz
import Widgets

/// `attend list`: what can be opened, for people and for programs.
enum ListCommand {
  static func text(_ library: Library, ascii: Bool) -> String {
    var lines: [String] = []
    var part: [String] = []
    for (document, contents) in library.documents.enumerated() {
      if contents.part != part {
        part = contents.part
        if !part.isEmpty { lines.append(part.joined(separator: " / ")) }
      }
      // What stands in no part is none of the one above.
      let margin = part.isEmpty ? "" : "  "
      if case .unreadable(let reason) = contents.state {
        lines.append("\(margin)\(contents.path) \(reason)")
        continue
      }
      for (index, chapter) in contents.chapters.enumerated() {
        lines.append(
          "\(margin)\(library.chapterNumber(document: document, chapter: index))  \(chapter.title)")
        for lesson in chapter.lessons.indices {
          let id = LessonID(document: document, chapter: index, lesson: lesson)
          let title = library.shownTitle(of: id, ascii: ascii)
          lines.append("\(margin)  \(library.number(of: id))  \(title)")
        }
      }
    }
    let text = lines.map { Output.harmless($0) + "\n" }.joined()
    return ascii ? Output.ascii(text) : text
  }

  /// The names of a lesson's widgets, in the order in which they stand there.
  private static func widgets(of id: LessonID, in library: Library) -> [String] {
    let findings = WidgetFinder.find(
      in: library.markdown(of: id).blocks, title: library[id]?.title ?? "")
    return findings.widgets.sorted { $0.blocks.lowerBound < $1.blocks.lowerBound }
      .map { $0.type.name }
  }

  static func json(_ library: Library) -> String {
    let bank = QuestionBank(library)
    var chapters: [JSON] = []
    for (document, contents) in library.documents.enumerated() {
      for (index, chapter) in contents.chapters.enumerated() {
        let lessons = chapter.lessons.indices.map { lesson -> JSON in
          let id = LessonID(document: document, chapter: index, lesson: lesson)
          return [
            "number": .string(library.number(of: id)),
            "title": .string(chapter.lessons[lesson].shownTitle),
            "line": .integer(chapter.lessons[lesson].line),
            "words": .integer(library.wordCount(of: id)),
            "widgets": .array(widgets(of: id, in: library).map { .string($0) }),
            "questions": .array(
              bank.questions(of: id).map { question in
                [
                  "id": .string(question.id), "kind": .string(question.kindName),
                  "generated": .bool(question.isGenerated),
                  "tags": .array(question.section.directive.tags.map { .string($0) }),
                ]
              }),
          ]
        }
        chapters.append([
          "title": .string(chapter.title), "path": .string(Path.shown(contents.path)),
          "part": .array(contents.part.map { .string($0) }), "lessons": .array(lessons),
        ])
      }
    }
    return Output.json(["chapters": .array(chapters)])
  }
}
