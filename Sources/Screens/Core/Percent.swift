/// A part of 1 as whole percent: `87 %`.
func percent(_ part: Double) -> String { "\(Int((part * 100).rounded())) %" }
