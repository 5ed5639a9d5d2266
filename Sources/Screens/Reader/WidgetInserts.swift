import Notes
import TextUI
import Widgets

/// The widgets of a lesson in place, and notes beside calculations that do not come out.
enum WidgetInserts {
  static let find: InsertFinder = { blocks, id, state in
    let lesson = state.library[id]
    let before = (lesson?.line ?? 1) - 1
    let findings = WidgetFinder.find(
      in: blocks, title: lesson?.title ?? "", linesBefore: before)
    let key = state.library.key(of: id)
    let place = state.library.name(of: id)
    var counts: [String: Int] = [:]
    var inserts = findings.widgets.map { found in
      counts[found.type.name, default: 0] += 1
      let number = counts[found.type.name] ?? 1
      let route = WidgetRoute(
        name: found.type.name, inputs: found.inputs,
        key: "\(key)#\(found.type.name)#\(number)", place: place)
      return widget(found, route, in: state)
    }
    for (block, problems) in Dictionary(grouping: findings.problems, by: \.block) {
      inserts.append(
        WidgetInserts.problem(block, problems.map(\.diagnostic), isLinear: state.isLinear))
    }
    for (block, claims) in Dictionary(grouping: findings.claims, by: \.block) {
      inserts.append(WidgetInserts.claims(block, claims.map(\.claim), key, place, state))
    }
    return inserts
  }

  private static func widget(
    _ found: Findings.Found, _ route: WidgetRoute, in state: AppState
  ) -> Insert {
    let panel = route.panel(in: state)
    let isOwn = panel?.hasOwnNumbers == true
    let title = found.type.title
    let isLinear = state.isLinear
    let opening = isLinear ? "its number" : ReaderKeys.table.label(.open, in: state)
    let opens = "\(opening) opens it"
    let whole = "\(ReaderKeys.table.label(.whole, in: state)): the whole screen"
    // What stands below a lesson with numbers of its own may be taken for those.
    let numbers = isOwn ? "your numbers" : found.isExample ? "an example" : nil
    let hint = [numbers, opens].compactMap(\.self).joined(separator: "   ")
    let ascii = state.ascii
    return Insert(
      blocks: found.blocks, route: .widget(route), version: hint + (panel?.draft.text ?? ""),
      draw: { width in
        let room = max(1, width - bar(isLinear).count)
        var lines = panel?.preview(width: room, height: mostRows, ascii: ascii) ?? []
        if isLinear { lines = lines.map(\.withoutPicture).filter { !$0.isEmpty } }
        return box(title, hint, lines, Style(.accent, .bold), width: width, isLinear)
      },
      brief: { width in
        box(
          title, "beside, live   \(whole)", [], Style(.accent, .bold), width: width, false)
      })
  }

  /// Rows of a figure's picture in the text at most.
  private static let mostRows = 9
  /// What stands at the left of a box, unless it is listened to.
  private static func bar(_ isLinear: Bool) -> [Cell] { isLinear ? [] : [Cell]("▌ ") }

  /// A fence that opens nothing: why, and then the fence as it stands.
  private static func problem(
    _ block: Int, _ diagnostics: [Diagnostic], isLinear: Bool
  ) -> Insert {
    let lines = diagnostics.map { $0.advice + ($0.line > 0 ? " (line \($0.line))" : "") }
    return Insert(
      blocks: block..<block, route: nil,
      told: "This widget cannot be opened as it is written: attend check says what to write",
      version: lines.joined(separator: "\n")
    ) { width in
      box(
        "This widget cannot be opened", "", wrapped(lines, width, isLinear), Style(.bad, .bold),
        width: width, isLinear)
    }
  }

  /// Results in a block that do not come out; Enter shows the first that is a dot product.
  private static func claims(
    _ block: Int, _ claims: [Claim], _ key: String, _ place: String, _ state: AppState
  ) -> Insert {
    let isLinear = state.isLinear
    let opening = isLinear ? "its number" : ReaderKeys.table.label(.open, in: state)
    let inputs = claims.lazy.compactMap(\.inputs).first
    let route = inputs.map { inputs in
      Route.widget(
        WidgetRoute(
          name: "dot-product", inputs: inputs, key: "\(key)#claim#\(block)", place: place))
    }
    let lines = claims.map(\.message)
    return Insert(
      blocks: block + 1..<block + 1, route: route, version: lines.joined(separator: "\n")
    ) { width in
      box(
        "Computed here", route == nil ? "" : "\(opening) shows it",
        wrapped(lines, width, isLinear), Style(.bad, .bold), width: width, isLinear)
    }
  }

  private static func wrapped(_ lines: [String], _ width: Int, _ isLinear: Bool) -> [[Cell]] {
    lines.flatMap { [Cell]($0).wrapped(to: max(1, width - bar(isLinear).count)) }
  }

  /// Lines behind a bar, under a title.
  private static func box(
    _ title: String, _ hint: String, _ lines: [[Cell]], _ style: Style, width: Int,
    _ isLinear: Bool
  ) -> [[Cell]] {
    let bar = bar(isLinear).styled { _ in style }
    let room = max(1, width - bar.count)
    let head = [[Cell](title, style)] + (hint.isEmpty ? [] : [[Cell](hint)])
    return (Wrapping.lines(ofParts: head, gap: 3, width: room) + lines).map { bar + $0 }
  }
}

extension [Cell] {
  /// The words and numbers of a line, without the bars, curves and rules beside them.
  fileprivate var withoutPicture: [Cell] {
    var cells = filter { cell in
      cell.style.role != .series && !(0x2500...0x259F).contains(cell.glyph.base)
    }
    while cells.last?.glyph.isSpace == true { cells.removeLast() }
    return cells
  }
}
