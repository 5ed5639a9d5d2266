extension String {
  /// The numbers 1 to `count`, each once, in the order typed and counted from 0; nil for other words.
  func permutation(of count: Int) -> [Int]? {
    let numbers = split { $0 == " " || $0 == "," }.compactMap { Int($0) }
    return numbers.sorted() == Array(1...count) ? numbers.map { $0 - 1 } : nil
  }
}
