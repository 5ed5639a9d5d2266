/// The words that a program is started with, as system calls take them.
enum ProgramArguments {
  /// Hands over the words, each with a zero behind it, and a null pointer behind them all.
  static func with<Result>(
    _ words: [[CChar]], _ use: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = words.map { word in
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: word.count)
      copy.initialize(from: word, count: word.count)
      return copy
    }
    defer { for copy in copies { copy.deallocate() } }
    return use(copies.map { $0 } + [nil])
  }
}
