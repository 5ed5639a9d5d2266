import Basics
import Formulas
import Numerics
import TextUI

extension Panel {
  /// The view that is drawn in a size; told in full without one.
  private func view(in size: Size? = nil) -> W.View {
    var view = W.View(cursor: cursor, guesses: prediction.shown)
    view.earlierGuesses = prediction.earlier
    view.before = before
    view.frame = frame
    view.beginning = beginning
    guard let size else { return view }
    view.ascii = ascii
    view.isWide = size.columns >= BlockLayout.wide
    view.room = size
    return view
  }

  /// The room for what is drawn, behind a margin where there is one.
  private static func inner(_ size: Size) -> Size {
    Size(columns: size.columns - BlockLayout.margin(of: size.columns), rows: size.rows)
  }

  func draw(on canvas: inout Canvas, in area: Rect) {
    let size = Self.inner(area.size)
    guard size.columns > 0, size.rows > 0 else { return }
    let start = area.column
    for (row, line) in lines(in: size, margin: area.columns - size.columns).enumerated() {
      let line = line.cut(to: area.columns)
      canvas.put(line, column: start, row: area.row + row)
      if let column = line.firstIndex(where: { $0.style.attributes.contains(.selected) }) {
        canvas.cursor = Point(column: start + column, row: area.row + row)
      }
    }
  }

  // MARK: Pages

  private func lines(in size: Size, margin: Int) -> [[Cell]] {
    guard page > 0 else { return picture(in: size, margin: margin).lines }
    let all = allPages(in: size, margin: margin)
    return BlockLayout.page(min(page, all.count), of: all, in: size, margin: margin)
  }

  /// All that it shows, laid out for a size behind a margin.
  private func picture(in size: Size, margin: Int) -> BlockLayout.Picture {
    drawn(size) {
      var picture = BlockLayout.picture(
        blocks(view(in: size)), width: size.columns, height: size.rows, ascii: ascii,
        margin: margin)
      // What is said is on the pages whole.
      if let note = note.map(spoken), short(note, size, lines: 2) != note {
        picture.isTooHigh = true
      }
      return picture
    }
  }

  private var roomInside: Size? {
    room.map(Self.inner).flatMap { $0.columns > 0 && $0.rows > 1 ? $0 : nil }
  }

  private func allPages(in size: Size, margin: Int) -> [[[Cell]]] {
    drawnPages(size) {
      var view = view(in: size)
      view.isPage = true
      return BlockLayout.pages(of: blocks(view), in: size, ascii: ascii, margin: margin)
    }
  }

  /// Whether the mark of what is chosen is on the page that is shown.
  var showsMark: Bool {
    guard let room, let size = roomInside else { return true }
    return lines(in: size, margin: room.columns - size.columns).contains { line in
      line.contains { $0.style.attributes.contains(.selected) }
    }
  }

  /// Whether the question that stands is on the page that is shown: its mark, or where it has none, all of it.
  var showsQuestion: Bool {
    guard let room, let size = roomInside,
      let question = widget.standingQuestion(ascii: ascii)
    else { return showsMark }
    let lines = lines(in: size, margin: room.columns - size.columns).map(\.text)
    return question.isSeen(in: lines, columns: size.columns)
  }

  /// The first page with that mark; nil where it is on none.
  var pageOfMark: Int? {
    guard let room, let size = roomInside else { return nil }
    let all = allPages(in: size, margin: room.columns - size.columns)
    return all.firstIndex { page in
      page.contains { $0.contains { $0.style.attributes.contains(.selected) } }
    }.map { $0 + 1 }
  }

  /// The pages of all that it shows; none where all of that has room.
  var pages: Int {
    guard page > 0 || hasRest, let room, let size = roomInside else { return 0 }
    return allPages(in: size, margin: room.columns - size.columns).count
  }

  var hasRest: Bool {
    guard let room, let size = roomInside else { return false }
    return picture(in: size, margin: room.columns - size.columns).isTooHigh
  }

  func preview(width: Int, height: Int, ascii: Bool) -> [[Cell]] {
    // What waits for a guess is not told in the lesson either.
    guard !prediction.isOn else { return [] }
    var small = view()
    small.ascii = ascii
    small.room = Size(columns: width, rows: height)
    small.isPreview = true
    return BlockLayout.lines(
      widget.preview(small), width: width, height: height, ascii: ascii)
  }

  /// What is said, in so few lines that the table keeps its place where the screen is low; all of it on a
  /// page.
  private func short(_ note: String, _ room: Size?, lines: Int) -> String {
    // Lines break between words.
    let slack = 8
    guard page == 0, let room, room.rows < 14, note.count > room.columns * lines - slack else {
      return note
    }
    return [Cell](note, .text).shortened(to: max(1, room.columns * lines - slack)).text
  }

  var transcript: [String] { BlockLayout.transcript(blocks(view())) }

  /// What the widget shows; a number has the same digits in its tables and in what is said of them.
  private func ownBlocks(_ view: W.View) -> [WidgetBlock] {
    let blocks = widget.blocks(view)
    guard W.Digits.self == NoDigits.self else { return blocks }
    var view = view
    view.tabled = blocks.tabled(view.numbers, view.room?.columns)
    return view.tabled.isEmpty ? blocks : widget.blocks(view)
  }

  /// The lesson that explains what is shown, at the foot of the pane at the side.
  private var source: WidgetBlock? {
    guard let lesson else { return nil }
    let line =
      [Cell]("  " + lesson, .text)
      + [Cell]("   o", Style(.accent, .bold)) + [Cell](" opens")
    var block = WidgetBlock(
      .lines([[Cell]("From the lesson", Style(.heading, .bold)), line]), rank: 3)
    // Where it is told by the lesson itself, it needs no telling.
    block.isOnlySeen = true
    return block.atSide
  }

  var stepTopic: String? { widget.stepTopic }

  private func blocks(_ view: W.View) -> [WidgetBlock] {
    var blocks = ownBlocks(view)
    if view.isWide, blocks.contains(where: \.isSide), let source { blocks.append(source) }
    // What the change was understood as is said below, once.
    let note = note.map(spoken)
    if let note { blocks = blocks.compactMap { $0.without(line: note) } }
    // A picture tells what is hidden as well as its digits do.
    if view.isGuessing { blocks = blocks.compactMap(\.withoutResultPictures) }
    if let waiting {
      let isLow = view.room.map { $0.rows < 14 } ?? false
      let lines = (isLow && page == 0 ? waiting.shortLines : waiting.lines).map(spoken)
      blocks.append(
        .text(isLow && problem != nil ? Array(lines.suffix(1)) : lines, Style(.warning), rank: 0))
    }
    let isRight = problem == nil && prediction.verdict?.isRight == true
    let told = prediction.verdict?.lines { widget.numbers(at: $0, view) } ?? []
    let lines = problem.map { [spoken($0)] } ?? told
    if let first = lines.first {
      blocks.append(
        .text(
          [(isRight ? "✓ " : "✗ ") + first] + lines.dropFirst(),
          Style(isRight ? .good : .bad, .bold), rank: 0))
    } else if let typedHint {
      blocks.append(.text([short(typedHint, view.room, lines: 2)], rank: 0))
    } else if let note {
      blocks.append(.text([short(note, view.room, lines: 2)], Style(.accent), rank: 0))
    } else if view.isHidden, table == nil, canBeGuessed(cursor) {
      let hint = widget.guessHint(at: cursor).map { [$0] } ?? []
      blocks.append(.text(["What do you expect here? Type a number and Enter."] + hint, rank: 1))
    }
    return blocks
  }
}

extension [Cell] {
  /// The cells in so many columns: where something that is seen is cut off, there is a sign of it.
  fileprivate func cut(to columns: Int) -> [Cell] {
    guard dropFirst(columns).contains(where: { !$0.glyph.isSpace }) else {
      return Array(prefix(columns))
    }
    return shortened(to: columns)
  }
}
