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
    let place = "\(state.library.number(of: id)) \(lesson?.title ?? "")"
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
      inserts.append(WidgetInserts.problem(block, problems.map(\.diagnostic)))
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
    let summary = panel?.summary ?? []
    let isOwn = panel?.hasOwnNumbers == true
    let title = found.type.title
    let opens = "\(ReaderKeys.table.label(.open, in: state.keymap)) opens it"
    let hint = isOwn ? "your numbers   \(opens)" : opens
    return Insert(
      blocks: found.blocks, route: .widget(route),
      version: summary.joined().joined(separator: "\n") + hint
    ) { width in
      box(title, hint, summary, Style(.accent, .bold), width: width)
    }
  }

  /// A fence that opens nothing: why, and then the fence as it stands.
  private static func problem(_ block: Int, _ diagnostics: [Diagnostic]) -> Insert {
    let lines = diagnostics.map { $0.message + ($0.line > 0 ? " (line \($0.line))" : "") }
    return Insert(blocks: block..<block, route: nil, version: lines.joined(separator: "\n")) {
      width in
      box(
        "This widget cannot be opened", "", lines.map { [$0] }, Style(.bad, .bold), width: width)
    }
  }

  /// Results in a block that do not come out; Enter shows the first that is a dot product.
  private static func claims(
    _ block: Int, _ claims: [Claim], _ key: String, _ place: String, _ state: AppState
  ) -> Insert {
    let opening = ReaderKeys.table.label(.open, in: state.keymap)
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
        "Computed here", route == nil ? "" : "\(opening) shows it", lines.map { [$0] },
        Style(.bad, .bold),
        width: width)
    }
  }

  /// Lines behind a bar, under a title; the parts of a line stand side by side as far as they fit.
  private static func box(
    _ title: String, _ hint: String, _ lines: [[String]], _ style: Style, width: Int
  ) -> [[Cell]] {
    let bar = [Cell]("▌ ", style)
    let room = max(1, width - bar.count)
    let head = [[Cell](title, style)] + (hint.isEmpty ? [] : [[Cell](hint, .muted)])
    var rows = Wrapping.lines(ofParts: head, gap: 3, width: room)
    for parts in lines {
      rows += Wrapping.lines(ofParts: parts.map { [Cell]($0) }, gap: 3, width: room)
    }
    return rows.map { bar + $0 }
  }
}
