/// Every kind of widget; a new one is a file and a line here.
package let allWidgets: [any Widget.Type] = [
  DotProductWidget.self,
  MatrixProductWidget.self,
  AttentionWidget.self,
  SoftmaxWidget.self,
  LayerNormWidget.self,
  ScalingWidget.self,
  PositionsWidget.self,
  RoPEWidget.self,
  ShapesWidget.self,
  SamplingWidget.self,
  QuantiseWidget.self,
]
