import Basics
import Formulas
import Numerics
import TextUI

extension EmbeddingWidget.Parameters {
  /// The words, or their numbers.
  var names: [String] {
    (0..<table.rows).map { words.indices.contains($0) ? words[$0] : "\($0)" }
  }

  var rowNames: RowNames { RowNames(words: names, ids: ids) }

  /// What the rows are called where they stand in a table: `·cat (311)`.
  private var labels: [String] {
    ids.isEmpty ? names : names.indices.map { "\(names[$0]) (\(rowNames.number($0)))" }
  }

  /// From the table to the rows of a text, the nearest rows of a query, and the plane.
  func chain() throws(InputProblem) -> Chain {
    var chain = Chain()
    let columns = (0..<table.columns).map { "\($0 + 1)" }
    let e = chain.add(
      "E",
      NamedTable(symbol: "E", values: table, rowNames: labels, columnNames: columns, role: .key))
    var rows: [Int] = []
    for word in text { rows.append(try rowNames.row(word, "text")) }
    _ = chain.lookup("X", e, rows, rowNames)
    let query = try self.query(&chain, e)
    let dots = try chain.product(
      "dots", "dot products", ChainPart(e), ChainPart(query, isTransposed: true), role: nil,
      columnNames: ["dot"])
    let cosines = chain.cosines(e, query, dots)
    _ = chain.ranked(cosines)
    try chain.plane(e)
    return chain
  }

  /// What is searched for, as a row.
  private func query(_ chain: inout Chain, _ table: ChainRef) throws(InputProblem) -> ChainRef {
    guard let terms = try query.rows(in: rowNames) else {
      guard case .vector(let vector) = query, vector.count == self.table.columns else {
        throw InputProblem(
          "query", "a vector has to be as wide as E",
          remedy: "write \(counted(self.table.columns, "number"))")
      }
      return chain.given("q", vector)
    }
    // A number says little: the word that its row belongs to does.
    let isNumber =
      terms.count == 1 && Int(query.text) != nil && names.indices.contains(terms[0].row)
    let name = isNumber ? "row \(query.text), \(names[terms[0].row])" : query.text
    return chain.sum(of: terms, table, named: name, names: names)
  }
}

extension Chain {
  /// The rows of tokens.
  fileprivate mutating func lookup(
    _ symbol: String, _ table: ChainRef, _ rows: [Int], _ names: RowNames
  ) -> ChainRef {
    let e = part(ChainPart(table))
    let values = Matrix(rows: rows.count, columns: e.values.columns) { e.values[rows[$0], $1] }
    let numbers = rows.map { "\(names.number($0))" }
    return add(
      ChainTable(
        table: NamedTable(
          symbol: symbol, values: values, rowNames: rows.map { e.rowNames[$0] },
          columnNames: e.columnNames),
        name: "rows",
        formula:
          "\(symbol) = the rows of the tokens \(numbers.prefix(12).joined(separator: " "))"
          + (numbers.count > 12 ? " …" : ""),
        code: "E[\(rows)]", parts: [ChainPart(table)],
        notes: [
          names.ids.isEmpty
            ? "Nothing is computed: a token's number says which row it is, counted from 0."
            : "Nothing is computed: a token's number says which row it is. A model's table has a row for "
              + "every token; here are those of the text, with numbers made up where a model has learnt them."
        ]
      ) { row, column, numbers in
        let value = values[row, column]
        return [
          Equation(
            symbol,
            "token \(names.number(rows[row])) is \(names.words[rows[row]]): \(numbers.text(value))",
            value: value)
        ]
      } sources: { row, column in
        [ChainCell(table, row: rows[row], column: column)]
      })
  }

  fileprivate mutating func given(_ symbol: String, _ vector: Vector) -> ChainRef {
    add(
      ChainTable(
        table: NamedTable(
          symbol: symbol, values: .row(vector), rowNames: ["query"],
          columnNames: vector.indices.map { "\($0 + 1)" }, role: .query),
        name: "query", formula: "\(symbol), as it was typed",
        code: "np.array([\(Script.vector(vector))])", parts: []
      ) { _, column, numbers in
        [
          Equation(
            symbol, "as it was typed: \(numbers.text(vector[column]))", value: vector[column])
        ]
      } sources: { _, _ in
        []
      })
  }

  /// Rows added, and rows taken off.
  fileprivate mutating func sum(
    of terms: [(row: Int, isTakenOff: Bool)], _ table: ChainRef, named text: String,
    names: [String]
  ) -> ChainRef {
    let e = part(ChainPart(table))
    let values = Matrix(rows: 1, columns: e.values.columns) { _, column in
      terms.map { $0.isTakenOff ? -e.values[$0.row, column] : e.values[$0.row, column] }.total
    }
    let code = terms.enumerated().map { index, term in
      (term.isTakenOff ? " - " : index > 0 ? " + " : "") + "E[\(term.row):\(term.row + 1)]"
    }.joined()
    return add(
      ChainTable(
        table: NamedTable(
          symbol: "q", values: values, rowNames: ["query"], columnNames: e.columnNames, role: .query
        ),
        name: "query", formula: "q = \(text)", code: code, parts: [ChainPart(table)]
      ) { _, column, numbers in
        let addends = terms.map { e.values[$0.row, column] }
        return [
          Equation("q", addends, values[0, column], terms: addends, numbers: numbers) { texts in
            terms.indices.map { index in
              let text = index > 0 ? numbers.factor(texts[index]) : texts[index]
              let sign = terms[index].isTakenOff ? " \(numbers.minus) " : " + "
              return index == 0 ? text : sign + text
            }.joined()
          } compute: { addends in
            zip(terms, addends).map { $0.isTakenOff ? -$1 : $1 }.total
          }
        ]
      } sources: { _, column in
        terms.map { ChainCell(table, row: $0.row, column: column) }
      })
  }

  /// Each dot product divided by both lengths.
  fileprivate mutating func cosines(
    _ table: ChainRef, _ query: ChainRef, _ dots: ChainRef
  ) -> ChainRef {
    func lengths(_ symbol: String, _ name: String, _ rows: ChainRef) -> ChainRef {
      self.rows(
        symbol, name, formula: "\(symbol) = √ of the sum of squares, row by row",
        code: "np.linalg.norm(\(self.code(ChainPart(rows))), axis=1, keepdims=True)",
        ChainPart(rows), columnNames: ["length"]
      ) {
        [$0.norm]
      } equations: { row, _, _, numbers in
        let squares = row.dot(row)
        return [
          .sum("squares", of: row.map { ($0, $0) }, squares, numbers: numbers),
          Equation("length", [squares], row.norm, numbers: numbers) {
            numbers.ascii ? "sqrt(\($0[0]))" : "√(\($0[0]))"
          } compute: {
            $0[0].squareRoot()
          },
        ]
      }
    }
    let own = lengths("norms", "lengths", table)
    let length = lengths("norm_q", "the query's length", query)
    // Where a length is 0 there is no angle.
    return cells(
      "cosines", "cosines", formula: "cosines = dots ÷ (norms·norm_q)",
      code: "dots / (norms * norm_q)", [ChainPart(dots), ChainPart(own), ChainPart(length)],
      columnNames: ["cosine"], glows: true
    ) { _, _, x in
      x[0] / (x[1] * x[2])
    } equations: { _, _, x, value, numbers in
      guard value.isFinite else {
        return [Equation("cosine", "a length is 0: there is no angle", value: value)]
      }
      return [
        Equation("cosine", x, value, numbers: numbers) {
          "\($0[0]) \(numbers.over) (\($0[1])\(numbers.times)\($0[2]))"
        } compute: {
          $0[0] / ($0[1] * $0[2])
        }
      ]
    }
  }

  /// The nearest row first; those without an angle last.
  fileprivate mutating func ranked(_ cosines: ChainRef) -> ChainRef {
    let c = part(ChainPart(cosines))
    let order = (0..<c.values.rows).sorted { one, other in
      let (x, y) = (c.values[one, 0], c.values[other, 0])
      if x.isNaN || y.isNaN { return !x.isNaN }
      return x == y ? one < other : x > y
    }
    let values = Matrix(rows: order.count, columns: 1) { row, _ in c.values[order[row], 0] }
    return add(
      ChainTable(
        table: NamedTable(
          symbol: "nearest", values: values, rowNames: order.map { c.rowNames[$0] },
          columnNames: ["cosine"]),
        name: "nearest", formula: "nearest = cosines, the largest first", code: "cosines[\(order)]",
        parts: [ChainPart(cosines)], glows: true,
        notes: [
          "In a published table of analogies the query's own words are left out: they are near by themselves."
        ]
      ) { row, _, numbers in
        let value = values[row, 0]
        return [
          Equation(
            "place \(row + 1)", "\(c.rowNames[order[row]]): \(numbers.text(value))", value: value)
        ]
      } sources: { row, _ in
        [ChainCell(cosines, row: order[row], column: 0)]
      })
  }

  /// Where the rows lie in the plane in which they differ most.
  fileprivate mutating func plane(_ table: ChainRef) throws(InputProblem) {
    let e = part(ChainPart(table))
    let means = (0..<e.values.columns).map { e.values.column($0).total / Double(e.values.rows) }
    let centred = cells(
      "centred", "without the mean", formula: "centred = E − the mean of each column",
      code: "E - E.mean(axis=0)", [ChainPart(table)]
    ) { _, column, x in
      x[0] - means[column]
    } equations: { _, column, x, value, numbers in
      [
        .mean("mean", of: e.values.column(column), means[column], numbers: numbers),
        .difference("less it", x[0], means[column], value, numbers: numbers),
      ]
    } sources: { _, column in
      (0..<e.values.rows).map { ChainCell(table, row: $0, column: column) }
    }
    let found = PrincipalAxes.of(values(centred), count: 2)
    let names = ["across", "up"].prefix(found.rows)
    let axes = add(
      ChainTable(
        table: NamedTable(
          symbol: "axes", values: found, rowNames: Array(names), columnNames: e.columnNames,
          role: .value),
        name: "axes", formula: "axes: the two directions in which the rows differ most",
        code: "principal(centred, \(found.rows))", parts: [ChainPart(centred)],
        notes: ["Principal components: of all planes, this one keeps most of the distances."]
      ) { row, column, numbers in
        let value = found[row, column]
        return [
          Equation(
            names[row], "of length 1, found from all that is centred: \(numbers.text(value))",
            value: value)
        ]
      } sources: { _, _ in
        []
      })
    _ = try product(
      "plane", "in the plane", ChainPart(centred), ChainPart(axes, isTransposed: true))
  }
}
