/// The ways of a cursor through the areas of a widget.
struct Moving<Area: Hashable & Sendable> {
  /// Ways that the picture has of its own.
  private let picture: (WidgetCursor<Area>, _ rows: Int, _ columns: Int) -> WidgetCursor<Area>?
  /// The areas in the order of Tab, with their rows and columns.
  private let areas: [(area: Area, size: GridSize)]

  init<W: Widget>(_ widget: W) where W.Area == Area {
    areas = widget.areas.map { ($0, widget.size(of: $0)) }
    picture = { widget.moved($0, rows: $1, columns: $2) }
  }

  /// All cells, those of the inputs too.
  var cells: some Sequence<WidgetCursor<Area>> {
    areas.lazy.flatMap { area, size in
      (0..<size.rows).lazy.flatMap { row in
        (0..<size.columns).lazy.map { WidgetCursor(area, row: row, column: $0) }
      }
    }
  }

  private func index(of area: Area) -> Int? { areas.firstIndex { $0.area == area } }

  /// The cursor, or the nearest cell to it that there is; nil where its area is gone.
  func clamped(_ cursor: WidgetCursor<Area>) -> WidgetCursor<Area>? {
    guard let size = areas.first(where: { $0.area == cursor.area })?.size else { return nil }
    return WidgetCursor(
      cursor.area, row: min(max(0, cursor.row), max(0, size.rows - 1)),
      column: min(max(0, cursor.column), max(0, size.columns - 1)))
  }

  /// The cell that many rows and columns on; up and down go on into the next area.
  func moved(
    _ cursor: WidgetCursor<Area>, rows: Int, columns: Int
  ) -> WidgetCursor<Area> {
    if let next = picture(cursor, rows, columns) { return clamped(next) ?? cursor }
    guard let at = index(of: cursor.area) else { return cursor }
    if let line = line(around: at) { return moved(in: line, at, rows: rows, columns: columns) }
    var next = cursor
    let row = cursor.row + rows
    if row >= areas[at].size.rows, at + 1 < areas.count {
      next.area = areas[at + 1].area
      next.row = 0
    } else if row < 0, at > 0 {
      next.area = areas[at - 1].area
      next.row = areas[at - 1].size.rows - 1
    } else {
      next.row = row
      next.column += columns
    }
    return clamped(next) ?? cursor
  }

  /// The single numbers that stand side by side with one, as settings do; nil where it is none.
  private func line(around at: Int) -> ClosedRange<Int>? {
    func isSingle(_ at: Int) -> Bool {
      areas.indices.contains(at) && areas[at].size == GridSize(rows: 1, columns: 1)
    }
    guard isSingle(at) else { return nil }
    var (first, last) = (at, at)
    while isSingle(first - 1) { first -= 1 }
    while isSingle(last + 1) { last += 1 }
    return first...last
  }

  /// In a line of single numbers left and right go from one to the next, up and down out of it.
  private func moved(
    in line: ClosedRange<Int>, _ at: Int, rows: Int, columns: Int
  ) -> WidgetCursor<Area> {
    var next = min(max(at + columns, line.lowerBound), line.upperBound)
    if rows > 0 { next = min(line.upperBound + 1, areas.count - 1) }
    if rows < 0 { next = max(line.lowerBound - 1, 0) }
    let isOut = !line.contains(next)
    if !isOut, rows != 0 { next = at }
    return WidgetCursor(areas[next].area, row: rows < 0 && isOut ? areas[next].size.rows - 1 : 0)
  }

  /// The cell that many rows on in its area, or the last there is.
  func paged(_ cursor: WidgetCursor<Area>, rows: Int) -> WidgetCursor<Area> {
    var next = cursor
    next.row += rows
    return clamped(next) ?? cursor
  }

  /// The first cell of the area that many on, round and round.
  func area(_ step: Int, from cursor: WidgetCursor<Area>) -> WidgetCursor<Area> {
    guard let at = index(of: cursor.area) else { return cursor }
    return WidgetCursor(areas[(at + step + areas.count) % areas.count].area)
  }

  /// A cursor as drafts keep it.
  func place(of cursor: WidgetCursor<Area>) -> Draft.Place {
    Draft.Place(area: index(of: cursor.area) ?? 0, row: cursor.row, column: cursor.column)
  }

  /// The cursor that a draft kept.
  func cursor(at place: Draft.Place) -> WidgetCursor<Area>? {
    guard !areas.isEmpty else { return nil }
    let area = areas[min(max(0, place.area), areas.count - 1)].area
    return clamped(WidgetCursor(area, row: place.row, column: place.column))
  }
}
