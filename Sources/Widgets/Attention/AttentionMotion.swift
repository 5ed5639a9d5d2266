import Formulas
import Numerics

/// What moves when a step is played, part by part: each frame shows less of the step than the next,
/// and nothing that is not so.
extension AttentionWidget {
  package func frames(at cursor: Cursor) -> Int {
    guard let (source, index) = cellSource(cursor), !parameters.isTransposed else { return 0 }
    let head = trace.heads[index]
    guard case .trace(let cell) = source else { return 0 }
    return switch cell.step {
    case .scores: head.query.columns
    case .mask: query.rows
    // So many that the bars are seen to sink.
    case .maximum: max(query.rows, Self.sinking)
    case .weights: key.rows
    case .output: key.rows
    case .rotateQuery, .rotateKey, .scale, .softcap, .exponentials, .sum, .terms: 0
    }
  }

  /// Frames in which the bars of a row sink until the tallest touches 0.
  private static let sinking = 6

  /// Which part of the row's largest is taken off in a frame; all of it where nothing moves.
  func partTaken(_ frame: Int?, at cursor: Cursor) -> Double {
    frame.map { Double($0 + 1) / Double(frames(at: cursor)) } ?? 1
  }

  /// Which cells are still to come in a frame; nil where it shows them all.
  func playing(
    _ step: StepperStep, _ frame: Int, _ cursor: Cursor, head: Int
  ) -> (@Sendable (_ row: Int, _ column: Int) -> Bool)? {
    guard cursor.area == .head(head), let cell = cellSource(cursor)?.source,
      case .trace(let cell) = cell
    else { return nil }
    switch step {
    // The sum under the cursor counts up below, term by term: it stands there once it is done.
    case .forward(.scores): return { $0 == cell.query && $1 == cell.key }
    case .forward(.output): return { $0 == cell.query && $1 == cell.column }
    // Row by row, as the mask falls and the largest is taken off.
    case .forward(.mask): return { row, _ in row > frame }
    case .forward(.maximum):
      let last = Double(query.rows) * partTaken(frame, at: cursor)
      return { row, _ in Double(row + 1) > last }
    // Key by key, as the row fills up.
    case .forward(.weights): return { row, column in row == cell.query && column > frame }
    default: return nil
    }
  }
}
