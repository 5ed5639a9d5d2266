import Inside
import Models

/// Tries models and tells how they did.
enum GateCommand {
  /// Each model of a file on the tasks that are for it.
  static func tables(_ file: ModelFile, cases: Int) -> [ModelFile.GateTable] {
    (["base"] + file.adaptations.map(\.name)).compactMap { name in
      file.decoder(name).map { decoder in
        Gate.table(name, decoder, file.vocabulary, cases: cases)
      }
    }
  }

  static func markdown(_ tables: [ModelFile.GateTable]) -> String {
    tables.map { table in
      let rows = table.scores.map { score in
        "| \(score.task) | \(percent(score.share)) | \(percent(score.lowerBound)) | \(score.count) |"
      }
      return """
        ## \(table.model)

        Loss on new stories: \(fixed(table.storyLoss))

        | task | right, % | at least (95 %) | cases |
        |---|---|---|---|
        \(rows.joined(separator: "\n"))

        """
    }.joined(separator: "\n")
  }

  /// Rounded down, so that 100 stands for all.
  static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1_000).rounded(.down))
    return "\(tenths / 10).\(tenths % 10)"
  }
}
