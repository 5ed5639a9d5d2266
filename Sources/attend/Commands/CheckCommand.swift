import Basics
import Notes
import Pages
import Widgets
import Quiz

/// `attend check`: problems for the author to fix.
enum CheckCommand {
  /// Everything found in some notes, each with the path as it was named; whether a note lies beside the
  /// one that was named is asked, and whether a file lies at a path, or one of its name anywhere.
  static func diagnostics(
    _ library: Library, bank: QuestionBank, path: (String) -> String, isThere: (Neighbour) -> Bool,
    isFile: (String) -> Bool = { _ in true }
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var anchors = Anchors()
    let written = Set(bank.questions.filter { !$0.isGenerated }.map(\.lesson.document))
    let pulledIn = Set(library.documents.flatMap { $0.pulled?.texts.keys.map { $0 } ?? [] })
    found += library.missing.filter { !$0.others.contains(where: isFile) }.map { missing in
      Diagnostic(
        .warning, path: path(missing.table), line: missing.line,
        "the table of contents names \(missing.written), which is not there",
        remedy: "write that note, or take it out"
      )
    }
    for (index, document) in library.documents.enumerated() {
      let name = path(document.path)
      switch document.state {
      case .unreadable(let reason): found.append(Diagnostic(.error, path: name, reason))
      case .unread: break
      case .read:
        let ids = library.lessonIDs(inDocument: index)
        let asked = ids.map { id in
          let questions = LessonQuestions(id, in: library)
          return questions.written.map(\.lines) + questions.broken.map(\.lines)
        }
        let losses =
          Losses.frontMatter(in: document) + FrontMatterSlips.find(in: document)
          + FenceLines.find(in: document.bytes)
          + Losses.footnotes(in: document, questions: asked.flatMap(\.self))
          + Losses.substitutions(in: document, questions: asked.flatMap(\.self))
          + Losses.turnedLinks(in: document)
        found += (losses + NestedFences.inFootnotes(of: document.bytes)).map { loss in
          var loss = loss
          loss.path = name
          return loss
        }
        found += document.unclosed.map { unclosed in
          var told = unclosed.diagnostic
          told.path = name
          return told
        }
        if document.section?.last == Book.unlisted, !pulledIn.contains(document.path) {
          found.append(
            Diagnostic(
              .warning, path: name,
              "SUMMARY.md does not name it, so it comes last", remedy: "add a link to it"))
        }
        if ids.isEmpty {
          found.append(Diagnostic(.warning, path: name, "has no text", remedy: "add a lesson"))
        }
        let hasQuestions = written.contains(index)
        for (id, asked) in zip(ids, asked) {
          let markdown = library.markdown(of: id)
          let before = (library[id]?.line ?? 1) - 1
          var all = markdown.diagnostics
          let taken = Set(asked.flatMap(\.self))
          let losses =
            HeadingSlips.find(in: markdown.blocks, asked: taken, linesBefore: before)
            + Losses.diagnostics(in: markdown.blocks)
            + FormulaLosses.diagnostics(in: markdown.blocks)
          all += losses.map { loss in
            var loss = loss
            loss.line += before
            return loss
          }
          all += ForgottenComment.find(
            in: markdown.blocks, firstLine: before + 1, hasQuestions: hasQuestions, outside: taken)
          let turned = library.turningWikiLinks(in: markdown.blocks, of: index)
          all += brokenLinks(turned, id, library, &anchors, isThere, isFile)
          if hasQuestions { all += gaps(turned, id, library, &anchors, isThere, outside: taken) }
          all += missingPictures(turned, id, library, isFile)
          let findings = WidgetFinder.find(
            in: markdown.blocks, title: library[id]?.title ?? "", linesBefore: before)
          all += NestedFences.find(in: markdown.blocks, linesBefore: before)
          let lost = document.unclosed.map(\.line).filter { $0 > before }
          // What a fence has swallowed is none of its lines.
          all += WidgetFinder.diagnostics(findings, linesBefore: before).filter { finding in
            !["is not an input", "has no input"].contains { finding.message.contains($0) }
              || !lost.contains { $0 < finding.line }
          }
          found += all.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.path = name
            return diagnostic
          }
        }
      }
    }
    found += (bank.diagnostics + QuestionCheck.diagnostics(bank, in: library)).map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.path = path(diagnostic.path)
      return diagnostic
    }
    let broken = Set(found.filter { $0.severity == .error }.map(\.path))
    found += barren(written, bank, library, broken: broken, path: path)
    return Self.once(FindingPlaces.placed(sorted(found, library, path), library, path))
  }

  /// One finding at a line where several say that something is never closed.
  private static func once(_ found: [Diagnostic]) -> [Diagnostic] {
    let sign = "is never closed"
    return found.indices.filter { index in
      let one = found[index]
      guard one.message.hasSuffix(sign) else { return true }
      return !found.indices.contains { other in
        other != index && found[other].path == one.path && found[other].line == one.line
          && (found[other].message.contains(sign + ",") || other < index && found[other] == one)
      }
    }.map { found[$0] }
  }

  /// The lessons without a question, each with why it has none; where something is wrong with a file, that is
  /// told first, and nothing else.
  private static func barren(
    _ written: Set<Int>, _ bank: QuestionBank, _ library: Library, broken: Set<String>,
    path: (String) -> String
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (index, document) in library.documents.enumerated() where !written.contains(index) {
      let path = path(document.path)
      guard !broken.contains(path) else { continue }
      for id in library.lessonIDs(inDocument: index) where bank.questions(of: id).isEmpty {
        guard let reason = Yield.reason(id, in: library), let lesson = library[id]
        else { continue }
        found.append(
          Diagnostic(
            .note, path: path,
            line: FindingPlaces.line(of: lesson, library.markdown(of: id).blocks),
            "“\(lesson.title)” \(yieldsNone)\(reason)",
            remedy: "write one under a heading with <!-- quiz -->"
          ))
      }
    }
    return found
  }

  private static let yieldsNone = "yields no question: "

  /// Whether a finding is why a lesson has no question.
  static func isOfYield(_ finding: Diagnostic) -> Bool {
    finding.severity == .note && finding.message.contains(yieldsNone)
  }

  /// By file, in the order of the notes, and by line.
  private static func sorted(
    _ found: [Diagnostic], _ library: Library, _ path: (String) -> String
  ) -> [Diagnostic] {
    var places: [String: Int] = [:]
    for (index, document) in library.documents.enumerated() { places[path(document.path)] = index }
    func key(_ index: Int) -> (Int, Int, Int, Int) {
      (places[found[index].path] ?? 0, found[index].line, found[index].column, index)
    }
    return found.indices.sorted { key($0) < key($1) }.map { found[$0] }
  }

  private static func brokenLinks(
    _ blocks: [Block], _ id: LessonID, _ library: Library, _ anchors: inout Anchors,
    _ isThere: (Neighbour) -> Bool, _ isFile: (String) -> Bool
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let first = library[id]?.line ?? 1
    for (link, line) in blocks.links where !isOfOtherProgram(link) && !link.contains("`") {
      let reason: Advice
      switch library.resolve(link: link, from: id, &anchors) {
      case .nowhere(let why): reason = why
      case .beside(let note) where !isThere(note): reason = "no such note lies beside this one"
      case .lesson, .web, .beside: continue
      }
      // What lies beside the folder is found wherever else these notes are read.
      let path = String(link.prefix { $0 != "#" && $0 != "?" })
      if let outside = library.path(ofFileOutside: path, from: id), isFile(outside) { continue }
      // Nor are files in hidden folders read, which are there all the same.
      if path.split(separator: "/").contains(where: {
        $0.hasPrefix(".") && $0.contains { $0 != "." }
      }),
        let inside = library.path(ofFile: path, from: id), isFile(inside)
      {
        continue
      }
      if BookTable.makesPage(path) { continue }
      let lower = link.lowercased()
      let isNote = lower.contains(".md") || lower.hasPrefix("#")
      // Other programs may know places and files that are not known here.
      let isOwn = ["ref:", "doc:", "project:"].contains(where: link.hasPrefix)
      guard isNote || isOwn || isMissing(link, id, library, isFile) || link.hasPrefix("/") else {
        continue
      }
      // A note that is there and says nothing may lead on elsewhere.
      let isEmptyNote = library.isNote(link, from: id)
      let severity: Diagnostic.Severity =
        isPageOfSite(path)
        ? .note
        : isNote && !isOwn && !isEmptyNote && !path.hasPrefix("/") && !mayBeMade(link, id, library)
          ? .error : .warning
      found.append(
        Diagnostic(
          severity, line: first + line - 1, "the link to \(link) leads nowhere: \(reason.fault)",
          remedy: reason.remedy))
    }
    return found
  }

  /// What tells that a cell runs, which may write whatever it likes.
  private static let cells = ["asis", "\n```{r", "\n```{python", "\n```{julia", "\n```{ojs"]
    .compactMap { ByteSearch($0) }

  /// Whether a link within its note may lead to what another program makes or knows: to a name that no heading can
  /// have, from a part that stands in other notes, and where a cell runs.
  private static func mayBeMade(_ link: String, _ id: LessonID, _ library: Library) -> Bool {
    guard link.hasPrefix("#") else { return false }
    if link.dropFirst().contains(where: { "/. ".contains($0) }) { return true }
    let document = library.documents[id.document]
    return document.path.split(separator: "/").last?.hasPrefix("_") == true
      || cells.contains { $0.first(in: document.bytes, from: 0, to: document.bytes.count) != nil }
  }

  /// Whether a link is an address in another program, as `obsidian://open?file=a.md`: whether that knows it is not
  /// known here.
  private static func isOfOtherProgram(_ link: String) -> Bool {
    guard let colon = link.firstIndex(of: ":"), link[colon...].hasPrefix("://") else {
      return false
    }
    let scheme = link[..<colon]
    return scheme.first?.isLetter == true && scheme.lowercased() != "file"
      && !["http", "https"].contains(scheme.lowercased())
      && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0)) }
  }

  /// Whether a path from the root of a site names a page, as `/docs/x`, and no file: the site may hold more than
  /// these notes.
  private static func isPageOfSite(_ path: String) -> Bool {
    guard path.hasPrefix("/") else { return false }
    let name = path.split(separator: "/").last ?? ""
    return !name.contains(".") || name.hasSuffix(".html")
  }

  /// Answer marks that stand in no question, and so are links to notes that are not there. Where a file has no
  /// questions, notes yet to be written are named so.
  private static func gaps(
    _ blocks: [Block], _ id: LessonID, _ library: Library, _ anchors: inout Anchors,
    _ isThere: (Neighbour) -> Bool, outside taken: Set<Int>
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let first = library[id]?.line ?? 1
    for (link, line) in blocks.links where link.hasPrefix("[[") && !link.contains("#") {
      let line = first + line - 1
      guard !taken.contains(line), !link.contains(".") else { continue }
      switch library.resolve(link: link, from: id, &anchors) {
      case .beside(let note) where isThere(note): continue
      case .lesson, .web: continue
      case .beside, .nowhere: break
      }
      let words = link.dropFirst(2).dropLast(2)
      var gap = Diagnostic(
        line: line, column: 1,
        "\(link) asks nothing outside of a question, and no note is called so",
        remedy: "write \(words); or, to ask for it, a heading above it and <!-- quiz --> below that"
      )
      gap.severity = .warning
      found.append(gap)
    }
    return found
  }

  /// Whether a path of a link or picture leads to no file; what leads out of the folder is not known.
  private static func isMissing(
    _ link: String, _ id: LessonID, _ library: Library, _ isFile: (String) -> Bool
  ) -> Bool {
    let path = link.prefix { $0 != "#" && $0 != "?" }
    guard !path.isEmpty, !path.contains(":"), !path.contains("{"), !path.contains("<"),
      !link.hasPrefix("[["), !link.hasPrefix("/"),
      let name = library.path(ofFile: String(path), from: id)
    else { return false }
    return !isFile(name)
  }

  private static func missingPictures(
    _ blocks: [Block], _ id: LessonID, _ library: Library, _ isFile: (String) -> Bool
  ) -> [Diagnostic] {
    blocks.pictures.filter { isMissing($0.0, id, library, isFile) }.map { source, line in
      Diagnostic(
        .warning, line: (library[id]?.line ?? 1) + line - 1,
        "the picture \(source) is not there", remedy: "check its path")
    }
  }
}

extension [Block] {
  /// Links with the line of the block that they stand in.
  fileprivate var links: [(String, Int)] { found(\.destinations) }
  fileprivate var pictures: [(String, Int)] { found(\.sources) }

  /// What is found in each of their texts, with the line of the block.
  private func found(_ own: ([Inline]) -> [String]) -> [(String, Int)] {
    flatMap { block -> [(String, Int)] in
      switch block.kind {
      case .heading(_, let inlines), .paragraph(let inlines): own(inlines).map { ($0, block.line) }
      case .quote(let blocks), .callout(_, let blocks): blocks.found(own)
      case .list(let list): list.items.flatMap { $0.blocks.found(own) }
      case .table(let table):
        (table.head + table.rows.flatMap { $0 }).flatMap(own).map { ($0, block.line) }
      case .footnotes(let notes): notes.flatMap { $0.blocks.found(own) }
      case .definitions(let definitions):
        definitions.flatMap { definition in
          own(definition.term).map { ($0, block.line) }
            + definition.texts.flatMap { $0.found(own) }
        }
      case .html(let html):
        HTMLText.lines(html).flatMap { own($0.inlines) }.map { ($0, block.line) }
      case .code, .maths, .rule: []
      }
    }
  }
}

extension [Inline] {
  /// Where its pictures are.
  fileprivate var sources: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .image(_, let source): [source]
      case .link(_, let inner), .emphasis(let inner), .strong(let inner), .struck(let inner),
        .marked(let inner):
        inner.sources
      default: []
      }
    }
  }

  fileprivate var destinations: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .link(let destination, _): [destination]
      case .emphasis(let inner), .strong(let inner), .struck(let inner), .marked(let inner):
        inner.destinations
      default: []
      }
    }
  }
}
