/// Why typed text is not the number, vector or matrix that was asked for.
package enum NumberProblem: Error, Equatable, Sendable {
  /// No number at all.
  case empty
  /// Nothing stands where one number is wanted.
  case noNumber
  /// A word stands where a whole number is wanted.
  case notWhole(String)
  /// A row without a number, counted from 1.
  case emptyRow(Int)
  /// Text that is not a decimal number.
  case notANumber(String, NumberPlace)
  /// `nan`, `inf` and their kin.
  case notFinite(String, NumberPlace)
  /// A number other than 0 and 1 where truth values are wanted.
  case notZeroOrOne(String, NumberPlace)
  /// A decimal beyond the largest double.
  case tooLarge(String, NumberPlace)
  /// A decimal other than zero that a double would round to zero.
  case tooSmall(String, NumberPlace)
  /// A comma that can only be meant as a decimal sign.
  case decimalComma(String, NumberPlace)
  /// Dots that stand for numbers which a printout leaves out.
  case shortened(String)
  /// Nothing where a comma promises a number.
  case missing(NumberPlace)
  /// A row whose length is not that of the first; rows counted from 1.
  case ragged(row: Int, length: Int, first: Int, comma: String?)
  /// An opening bracket that nothing closes.
  case unclosedBracket
  /// A closing bracket that nothing opened, or that closes another kind.
  case unopenedBracket(String, NumberPlace)
  /// Brackets nested deeper than the wanted shape: one for a vector, two for a matrix.
  case nestedTooDeep(allowed: Int)
  /// A call of a function, of which the result is wanted.
  case call(String)
  /// A number outside the brackets of its row.
  case outsideRow(String, row: Int)
  /// Several rows where one vector was asked for.
  case severalRows(Int)
  /// Several numbers where one was asked for.
  case severalNumbers(Int)
}

/// Where a number stands, counted from 1; a vector has no row, a lone number neither.
package struct NumberPlace: Equatable, Sendable {
  /// The row in a matrix.
  package let row: Int?
  /// The column in a matrix, or the position in a vector.
  package let column: Int?

  /// A place from its row and column, counted from 1.
  package init(row: Int? = nil, column: Int? = nil) {
    self.row = row
    self.column = column
  }
}
