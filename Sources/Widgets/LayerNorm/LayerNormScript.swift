import Formulas
import Numerics

/// The same row normalised by NumPy.
extension LayerNormWidget {
  package var script: String {
    let unit = Script.number(trace.unit)
    let isCounted = trace.unit != 1
    let row = isCounted ? "row" : "x"
    func times(_ name: String, _ power: Int = 1) -> String {
      name + String(repeating: isCounted ? " * unit" : "", count: power)
    }
    let counted =
      isCounted
      ? """

      # Squares would leave the range of doubles, so the row is counted in units.
      unit = \(unit)
      row, epsilon = x / unit, epsilon / unit / unit

      """ : ""
    return """
      import numpy as np

      x = np.array(\(Script.vector(trace.x)))
      gamma = np.array(\(Script.vector(trace.gamma)))
      beta = np.array(\(Script.vector(trace.beta)))
      epsilon = \(Script.number(trace.epsilon))
      \(counted)
      \(isRMS
        ? "centred = \(row)"
        : "mean = \(row).mean()\nprint(\"mean\", \(times("mean")))\ncentred = \(row) - mean")
      mean_square = (centred**2).mean()
      divisor = np.sqrt(mean_square + epsilon)
      normalised = centred / divisor
      \(isCounted ? "with np.errstate(over=\"ignore\", under=\"ignore\"):\n    " : "")print("squares", (\(times("centred")))**2)
      print("\(isRMS ? "mean square" : "variance")", \(times("mean_square", 2)))
      print("divisor", \(times("divisor")))
      print("normalised", normalised)
      print("output", gamma * normalised\(isRMS ? "" : " + beta"))

      """
  }
}
