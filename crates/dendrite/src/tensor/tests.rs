use proptest::prelude::*;

use super::*;

/// Two times two floats, as a real client sends them.
const REAL: &str = r#"{"buffer":"hcQCbmTDxAR0eXBlozxmNMQEa2luZMQAxAVzaGFwZZICAsQEZGF0YcQQAACAPwAAAEAAAEBAAACQQA==","dtype":"float32","shape":[2,2]}"#;

fn read(text: &str) -> Result<Tensor, TensorError> {
    Tensor::from_json(&Json::parse(text).unwrap())
}

#[test]
fn a_real_tensor_round_trips() {
    let tensor = read(REAL).unwrap();
    assert_eq!((tensor.dtype(), tensor.shape()), (Dtype::Float32, &[2, 2][..]));
    let numbers: Vec<_> = tensor
        .data()
        .chunks_exact(4)
        .map(|bytes| f32::from_le_bytes(bytes.try_into().unwrap()))
        .collect();
    assert_eq!(numbers, [1.0, 2.0, 3.0, 4.5]);
    assert_eq!(tensor.to_json().to_string(), REAL);
    assert_eq!(read(&REAL.replace("float32", "torch.float32")), Ok(tensor));
}

#[test]
fn a_single_number_has_no_dimension() {
    let tensor = Tensor::new(Dtype::Int64, vec![], vec![7; 8]).unwrap();
    let json = tensor.to_json();
    assert_eq!(json.get("shape").unwrap().to_string(), "[0]");
    assert_eq!(Tensor::from_json(&json), Ok(tensor));
}

#[test]
fn lies_are_found() {
    assert_eq!(read("{}"), Err(TensorError::Shape));
    assert_eq!(
        read(&REAL.replace("float32", "complex64")),
        Err(TensorError::Dtype)
    );
    assert_eq!(read(&REAL.replace("float32", "int32")), Err(TensorError::Dtype));
    assert_eq!(read(&REAL.replace("[2,2]", "[2,3]")), Err(TensorError::Length));
    assert_eq!(read(&REAL.replace("hcQC", "hcQD")), Err(TensorError::Buffer));
    assert_eq!(read(&REAL.replace("hcQC", "????")), Err(TensorError::Buffer));
    assert_eq!(
        Tensor::new(Dtype::Float64, vec![u64::MAX, u64::MAX], vec![]),
        Err(TensorError::Length)
    );
    // A shape of nothing holds nothing.
    assert!(Tensor::new(Dtype::Float64, vec![u64::MAX, 0], vec![]).is_err());
    assert!(Tensor::new(Dtype::Float64, vec![3, 0], vec![]).is_ok());
}

proptest! {
    #[test]
    fn any_buffer_is_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
        let _ = msgpack::read(&bytes);
    }

    #[test]
    fn a_damaged_buffer_never_gives_a_wrong_shape(at in 0usize..48, byte: u8) {
        let Json::Object(mut members) = Json::parse(REAL).unwrap() else { unreachable!() };
        let mut buffer = STANDARD.decode(members[0].1.as_text().unwrap()).unwrap();
        if let Some(place) = buffer.get_mut(at) {
            *place = byte;
        }
        members[0].1 = Json::Text(STANDARD.encode(buffer));
        if let Ok(tensor) = Tensor::from_json(&Json::Object(members)) {
            prop_assert_eq!((tensor.shape(), tensor.data().len()), (&[2, 2][..], 16));
        }
    }

    #[test]
    fn every_tensor_round_trips(data in proptest::collection::vec(any::<u8>(), 0..300)) {
        let tensor = Tensor::new(Dtype::Uint8, vec![data.len() as u64], data).unwrap();
        prop_assert_eq!(Tensor::from_json(&tensor.to_json()), Ok(tensor));
    }
}
