import Notes

extension Array {
  /// The parameters that inputs write, by these fields; throws with the input that is to blame.
  package func parameters<Parameters, Area>(
    of inputs: Inputs, in name: String, from initial: Parameters
  ) throws(InputProblem) -> Parameters where Element == InputField<Parameters, Area> {
    if let problem = unknown(among: inputs.entries.map(\.key), in: name).first { throw problem }
    var parameters = initial
    for field in self { try field.read(inputs[field.key], &parameters) }
    try check(parameters)
    return parameters
  }

  /// Checks parameters, whichever way they came, against the limits of each.
  package func check<Parameters, Area>(_ parameters: Parameters) throws(InputProblem)
  where Element == InputField<Parameters, Area> {
    for field in self { try field.check(parameters) }
  }

  /// What to say of those among the names of inputs that are none. An input that is given already, or was
  /// told of another name, is not told again.
  package func unknown<Parameters, Area>(among given: [String], in name: String) -> [InputProblem]
  where Element == InputField<Parameters, Area> {
    let keys = map(\.key)
    let offered = filter { !$0.isKept }.map(\.key)
    var free = offered.filter { !given.contains($0) }
    return given.filter { !keys.contains($0) }.map { key in
      let near = NearestWord.nearest(to: key, among: free)
      free.removeAll { $0 == near }
      let remedy =
        near.map { "did you mean \($0)?" } ?? "it takes \(offered.joined(separator: ", "))"
      return InputProblem(
        unknown: key, "\(name) has no input \"\(key.prefix(24))\"", remedy: remedy, meant: near)
    }
  }
}
