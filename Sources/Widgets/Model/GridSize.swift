package struct GridSize: Equatable, Sendable {
  package var rows: Int
  package var columns: Int
}
