/// Numbers of heads that share two widths equally.
package enum HeadCounts {
  /// What to write where other heads do not: `write heads = 1 or 5`.
  package static func remedy(_ keys: Int, _ values: Int) -> String {
    "write " + fitting(keys, values)
  }

  /// Those that divide both: `heads = 1, 2 or 4`.
  static func fitting(_ keys: Int, _ values: Int) -> String {
    let fits = (1...AttentionParameters.mostHeads).filter {
      keys % $0 == 0 && values % $0 == 0
    }.map { "\($0)" }
    let last = fits.count > 1 ? " or \(fits[fits.count - 1])" : ""
    return "heads = " + (fits.count > 1 ? fits.dropLast() : fits[...]).joined(separator: ", ")
      + last
  }
}
