import Basics
import Models
import Numerics
import TextUI

extension TokensWidget {
  package func blocks(_ view: View) -> [WidgetBlock] {
    // As long as their number is to be guessed, the tokens are not shown.
    let isHidden = view.hides(Cursor(.counts, column: guessed))
    let flow =
      isHidden
      ? .text(
        [
          TokenText.visible(Array(parameters.text.utf8), ascii: view.ascii),
          "How many tokens does it come to?",
        ],
        rank: 0)
      : WidgetBlock.figure(flow(view), rank: 0)
    let explained: [WidgetBlock] = isHidden ? [] : [explanation(view)] + letters(view)
    let table: [WidgetBlock] = isHidden || !hasMerges(view) ? [] : [mergeTable(view)]
    return [flow] + explained + table + [countsBlock(view)] + shortfall
  }

  private func flow(_ view: View) -> TokenFlow {
    let made = isChat ? nil : steps[step].rank.map { 256 + $0 }
    return TokenFlow(
      entries: pieces.map { piece in
        TokenFlow.Entry(
          text: piece.visible(ascii: view.ascii), id: "\(piece.id)",
          isCounted: isChat ? piece.isCounted : nil,
          isNew: piece.id == made)
      }, selected: view.cursor.area == .tokens ? view.cursor.column : nil)
  }

  private func countsBlock(_ view: View) -> WidgetBlock {
    var grid = Grid(
      "", texts: [counts.map { "\($0.count)" }], columnNames: counts.map(\.name))
    grid = grid.looking(view.cursor, at: .counts)
      .guessing(view, at: .counts, columns: guessed..<guessed + 1)
    if view.hides(Cursor(.counts, column: guessed)) {
      // How many there are now may be how many there are in the end.
      let (cover, now) = (grid.cover, guessed - 1)
      grid.cover = { $1 == now && !isChat ? .later : cover($0, $1) }
    }
    let (found, wanted) = (encoding.merges.count, parameters.merges)
    let learnt = Grid(
      "", texts: [[found < wanted ? "all \(found)" : "\(wanted)"]], columnNames: ["merges learnt"]
    )
    .looking(view.cursor, at: .merges)
    let isLooked = view.cursor.area == .counts || view.cursor.area == .merges
    return .grids(grid, learnt, rank: isLooked || view.isGuessing ? 0 : 1)
  }

  /// Why fewer merges were learnt than were asked for.
  private var shortfall: [WidgetBlock] {
    let (found, wanted) = (encoding.merges.count, parameters.merges)
    guard found < wanted else { return [] }
    return [
      .text(
        [
          "\(wanted) merges were asked for; after \(found) no pair is left that stands twice in the text "
            + "that they are learnt of."
        ], rank: 3)
    ]
  }

  /// Whether merges are listed: those of the text beside it, all of them under the cursor.
  private func hasMerges(_ view: View) -> Bool {
    view.cursor.area == .table || !isChat && steps.count > 1
  }

  private func mergeTable(_ view: View) -> WidgetBlock {
    let isInTable = view.cursor.area == .table
    let ranks = isInTable ? Array(encoding.merges.indices) : steps.compactMap(\.rank)
    let rows = ranks.map { rank in
      let pair = encoding.merges[rank]
      return [
        visible(pair.left, view), visible(pair.right, view), visible(256 + rank, view),
        "\(256 + rank)",
      ]
    }
    var grid = Grid(
      isInTable ? "merges, in the order in which they were learnt" : "the merges of this text",
      texts: rows, rowNames: ranks.map { "\($0 + 1)" },
      columnNames: ["left", "right", "makes", "token"])
    guard isInTable else {
      if step > 0 { grid.lit = [LitCells(place: .row(step - 1), role: .accent)] }
      let block = WidgetBlock.grids(grid, rank: 3)
      return view.isWide ? block.atSide : block
    }
    grid = grid.looking(view.cursor, at: .table)
    grid.cut = GridCut(
      rows: Array(rows.indices), columns: [0, 1, 2, 3],
      size: GridSize(rows: rows.count, columns: 4),
      focus: grid.selected)
    return .grids(grid, rank: 0)
  }

  private func visible(_ id: Int, _ view: View) -> String {
    TokenText.visible(encoding.bytes(of: id), ascii: view.ascii)
  }

  // MARK: Words

  private func explanation(_ view: View) -> WidgetBlock {
    switch view.cursor.area {
    case .tokens where pieces.indices.contains(view.cursor.column):
      return told(pieces[view.cursor.column], view)
    case .table where encoding.merges.indices.contains(view.cursor.row):
      return .derivation(
        "merge \(view.cursor.row + 1)", [mergeLine(view.cursor.row, view)], rank: 0,
        ascii: view.ascii)
    default:
      guard let rank = isChat ? nil : steps[step].rank else {
        return .text([isChat ? chatLine : bytesLine], rank: 2)
      }
      return .derivation(
        "merge \(step) of \(steps.count - 1)", [mergeLine(rank, view)], rank: 1, ascii: view.ascii)
    }
  }

  private var bytesLine: String { "A text is bytes at first; each byte is a token." }
  private var chatLine: String {
    "The last line is what training counts: 1 for the answer and the token that ends it."
  }

  private func line(_ label: String, _ text: String) -> Equation {
    Equation(label, text, value: 0)
  }

  private func mergeLine(_ rank: Int, _ view: View) -> Equation {
    let pair = encoding.merges[rank]
    let seen = counted(learnt.sightings(of: rank), "time")
    return line(
      "merge \(rank + 1)",
      "\(visible(pair.left, view)) and \(visible(pair.right, view)) become \(visible(256 + rank, view)), token "
        + "\(256 + rank); the pair was seen \(seen)")
  }

  private func told(_ piece: TokenPiece, _ view: View) -> WidgetBlock {
    var lines: [Equation] = []
    if piece.special != nil {
      let count = encoding.count
      lines = [
        line("made by", "the template: no text becomes token \(piece.id), not even its name"),
        line("number", "the first free ones behind the \(count) of bytes and merges"),
      ]
    } else {
      lines = [line("bytes", TokenText.hex(piece.bytes))] + (partLine(piece).map { [$0] } ?? [])
      if piece.id >= 256 { lines.append(mergeLine(piece.id - 256, view)) }
      if let other = withoutSpace(piece, view) { lines.append(other) }
    }
    if isChat {
      lines.append(
        line(
          "training",
          piece.isCounted
            ? "counts: the model is to predict it" : "is read, and not counted in the loss"))
    }
    return .derivation(
      "token \(piece.id): \(piece.visible(ascii: view.ascii))", lines, rank: 0, ascii: view.ascii)
  }

  /// The character that a token is only a part of.
  private func partLine(_ piece: TokenPiece) -> Equation? {
    guard !isChat, String(validating: piece.bytes, as: UTF8.self) == nil else { return nil }
    var start = 0
    for character in parameters.text {
      let bytes = Array(String(character).utf8)
      if start + bytes.count > piece.start {
        return line(
          "part of",
          "\(character), which is \(counted(bytes.count, "byte")): \(TokenText.hex(bytes))")
      }
      start += bytes.count
    }
    return nil
  }

  /// What the same word is without the space that its token begins with.
  private func withoutSpace(_ piece: TokenPiece, _ view: View) -> Equation? {
    guard piece.bytes.first == 32, piece.bytes.count > 1,
      let text = String(validating: piece.bytes.dropFirst(), as: UTF8.self)
    else { return nil }
    let tokens = encoding.tokens(of: text)
    return line(
      "no space",
      "\(text) alone is \(tokens.map { "\(visible($0, view)) (\($0))" }.joined(separator: " "))")
  }

  /// Where letters stand that a model cannot see.
  private func letters(_ view: View) -> [WidgetBlock] {
    let letter = parameters.letter
    guard !letter.isEmpty, !isChat else { return [] }
    let all = parameters.text.occurrences(of: letter)
    guard all > 0 else {
      return [.text(["\(letter) does not stand in the text."], rank: 3)]
    }
    let holders = pieces.compactMap { piece -> String? in
      let count = String(decoding: piece.bytes, as: UTF8.self).occurrences(of: letter)
      return count > 0 ? "\(piece.visible(ascii: view.ascii)) (\(piece.id)) \(count)" : nil
    }
    return [
      .text(
        [
          "\(letter) stands \(counted(all, "time")) in the text, in these tokens: "
            + holders.joined(separator: ", "),
          "A model gets the numbers alone: none of them says how its token is spelled.",
        ], rank: 2)
    ]
  }

  package func preview(_ view: View) -> [WidgetBlock] {
    guard !isChat else { return [.figure(flow(view))] }
    let all = finalPieces
    let text = counted(finalCount, "token") + ": "
    return [
      .text(
        [text + all.map { "\($0.visible(ascii: view.ascii)) (\($0.id))" }.joined(separator: "  ")],
        rank: 0)
    ]
  }
}

extension String {
  /// How often another text stands in it, without overlaps.
  func occurrences(of text: String) -> Int {
    let (own, other) = (Array(self), Array(text))
    guard !other.isEmpty, own.count >= other.count else { return 0 }
    var (count, at) = (0, 0)
    while at + other.count <= own.count {
      if own[at..<at + other.count].elementsEqual(other) {
        count += 1
        at += other.count
      } else {
        at += 1
      }
    }
    return count
  }
}
